package no.journeyledger.command.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.Aggregates;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * The claims of several persons, loaded in one order wherever they are needed, so that two commands never wait for each other.
 */
public final class Claims {

    private final Repository<PersonClaim> repository;

    /** Claims as this repository has them. */
    public Claims(Repository<PersonClaim> repository) {
        this.repository = repository;
    }

    private record Held(UUID person, Optional<Aggregate<PersonClaim>> claim) {}

    /** These persons' claims, ready to be made or given back in the current unit of work. */
    public final class Of {

        private final List<Held> held = new ArrayList<>();

        private Of(Collection<UUID> persons) {
            persons.stream()
                    .distinct()
                    .sorted(Aggregates.inOrder(PersonClaim::idOf))
                    .forEach(person ->
                            held.add(new Held(person, Aggregates.find(repository, PersonClaim.idOf(person)))));
        }

        /** Somebody who is in an open journey other than this one. */
        public Optional<UUID> inAnother(UUID journey) {
            return held.stream()
                    .filter(one -> one.claim()
                            .map(claim -> claim.invoke(root -> root.state().heldByAnother(journey)))
                            .orElse(false))
                    .map(Held::person)
                    .findFirst();
        }

        /** They are in this journey now. */
        public void claim(UUID journey) {
            held.forEach(one -> one.claim()
                    .ifPresentOrElse(
                            claim -> claim.execute(root -> root.claim(one.person(), journey)),
                            () -> Aggregates.create(repository, () -> new PersonClaim(one.person(), journey))));
        }

        /** They are not in this journey any more. */
        public void release(UUID journey) {
            held.forEach(one ->
                    one.claim().ifPresent(claim -> claim.execute(root -> root.release(one.person(), journey))));
        }
    }

    /** The claims of these persons. */
    public Of of(Collection<UUID> persons) {
        return new Of(persons);
    }
}
