package no.journeyledger.command.privacy;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.journeyledger.command.Aggregates;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.person.ClaimState;
import no.journeyledger.command.person.PersonClaim;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** A person's file is opened with its first entry; erasing also rests on the person being in no open journey. */
public class Erasing {

    private final Repository<PersonPrivacy> files;
    private final Repository<PersonClaim> claims;

    /** Works on these aggregates. */
    public Erasing(Repository<PersonPrivacy> files, Repository<PersonClaim> claims) {
        this.files = files;
        this.claims = claims;
    }

    /** Erases a person. */
    @CommandHandler
    Outcome<PrivacyRejection> handle(ErasePerson command, Circumstances circumstances) {
        ClaimState claim = Aggregates.find(claims, PersonClaim.idOf(command.person()))
                .map(found -> found.invoke(PersonClaim::state))
                .orElse(ClaimState.NONE);
        return enact(command.file(), state -> PrivacyPolicy.erase(state, claim, command, circumstances));
    }

    /** Places a hold. */
    @CommandHandler
    Outcome<PrivacyRejection> handle(PlaceLegalHold command, Circumstances circumstances) {
        return enact(command.file(), state -> PrivacyPolicy.hold(state, command, circumstances));
    }

    /** Lifts a hold. */
    @CommandHandler
    Outcome<PrivacyRejection> handle(LiftLegalHold command) {
        return enact(command.file(), state -> PrivacyPolicy.lift(state, command));
    }

    private Outcome<PrivacyRejection> enact(UUID id, Function<PrivacyState, Ruling<PrivacyRejection>> policy) {
        Optional<Aggregate<PersonPrivacy>> file = Aggregates.find(files, id);
        PrivacyState before =
                file.map(found -> found.invoke(PersonPrivacy::state)).orElse(PrivacyState.EMPTY);
        Ruling<PrivacyRejection> ruling = policy.apply(before);
        if (!ruling.events().isEmpty()) {
            file.ifPresentOrElse(
                    found -> found.execute(root -> root.record(ruling.events())),
                    () -> Aggregates.create(files, () -> new PersonPrivacy(ruling.events())));
        }
        return ruling.outcome();
    }
}
