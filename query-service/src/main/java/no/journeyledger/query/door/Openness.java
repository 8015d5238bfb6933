package no.journeyledger.query.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.journey.AccessEvent;
import no.journeyledger.events.journey.AccessEvent.ForgedParticipationRefused;
import no.journeyledger.events.journey.AccessEvent.OpenedUnderStatute;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.HouseholdMemberRegistered;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementAccepted;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementOffered;
import no.journeyledger.events.journey.CaptureEvent.ReferenceRegistered;
import no.journeyledger.events.journey.CaptureEvent.ServiceDegreeChanged;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.ConsentEvent.ConsentWithdrawn;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PeopleEvent.DeathRecorded;
import no.journeyledger.events.journey.PeopleEvent.InterpreterNeedRecorded;
import no.journeyledger.events.journey.PeopleEvent.MovedOut;
import no.journeyledger.events.journey.PeopleEvent.ParentalResponsibilityChanged;
import no.journeyledger.events.journey.PeopleEvent.PersonDetailsCorrected;
import no.journeyledger.events.journey.PeopleEvent.RepresentationEnded;
import no.journeyledger.events.journey.PeopleEvent.RepresentativeAppointed;
import no.journeyledger.store.reads.Basis;
import org.jspecify.annotations.Nullable;

/**
 * To whom a journey is open, folded from its own events. A journey is open to a service by the consent of the citizen it was
 * opened for; what is another member's own, by that member's consent or, for a child, that of one who holds parental
 * responsibility. To whoever represents somebody from outside the household, for as long as they do and in what they represent
 * them in, what they need to answer for them. Immutable.
 *
 * @param citizen for whom the journey was opened, {@code null} before
 * @param household everybody of the household, with those who hold parental responsibility for them
 * @param movedOut those who have moved out: what is recorded of the household is not theirs to read any more
 * @param consents the consents that were not withdrawn, by id
 * @param openings what was opened under a statute, by id
 * @param representations who represents whom, by id: neither ended nor undone by a death, perhaps expired
 */
record Openness(
        @Nullable UUID citizen,
        Map<UUID, List<UUID>> household,
        Set<UUID> movedOut,
        Map<UUID, ConsentGiven> consents,
        Map<UUID, OpenedUnderStatute> openings,
        Map<UUID, RepresentativeAppointed> representations) {

    static final Openness NONE = new Openness(null, Map.of(), Set.of(), Map.of(), Map.of(), Map.of());

    /** The logical names of the events that say to whom a journey is open. */
    static final Set<String> TYPES = Set.copyOf(Stream.<Class<? extends LedgerEvent>>of(
                    CaptureEvent.class, PeopleEvent.class, ConsentEvent.class, AccessEvent.class)
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            .map(type -> type.getAnnotation(LogicalType.class).value())
            .toList());

    Openness evolve(LedgerEvent event) {
        return switch (event) {
            case CaptureEvent e -> captured(e);
            case PeopleEvent e -> changed(e);
            case ConsentEvent e ->
                switch (e) {
                    case ConsentGiven given -> withConsents(with(consents, given.consent(), given));
                    case ConsentWithdrawn withdrawn -> withConsents(without(consents, withdrawn.consent()));
                };
            case AccessEvent e ->
                switch (e) {
                    case OpenedUnderStatute opened ->
                        new Openness(
                                citizen,
                                household,
                                movedOut,
                                consents,
                                with(openings, opened.opening(), opened),
                                representations);
                    case ForgedParticipationRefused ignored -> this;
                };
            // Only these families are read here.
            case LedgerEvent e -> this;
        };
    }

    private Openness captured(CaptureEvent event) {
        return switch (event) {
            case PersonReferred referred -> living(referred.person(), referred.person(), List.of());
            case HouseholdMemberRegistered member -> living(citizen, member.person(), member.parentalResponsibility());
            case ChecklistAssessed ignored -> this;
            case ServiceDegreeChanged ignored -> this;
            case HouseholdEnrolled ignored -> this;
            case PilotAgreementOffered ignored -> this;
            case PilotAgreementAccepted ignored -> this;
            case ReferenceRegistered ignored -> this;
        };
    }

    private Openness changed(PeopleEvent event) {
        return switch (event) {
            case ParentalResponsibilityChanged change ->
                new Openness(
                        citizen,
                        with(household, change.child(), change.holders()),
                        movedOut,
                        consents,
                        openings,
                        representations);
            case MovedOut out -> {
                var gone = new HashSet<>(movedOut);
                gone.add(out.person());
                yield new Openness(citizen, household, Set.copyOf(gone), consents, openings, representations);
            }
            case RepresentativeAppointed appointed ->
                withRepresentations(with(representations, appointed.representation(), appointed));
            case RepresentationEnded ended -> withRepresentations(without(representations, ended.representation()));
            case DeathRecorded died -> {
                var remaining = new HashMap<>(representations);
                remaining
                        .values()
                        .removeIf(each -> each.person().equals(died.person())
                                || each.representative().equals(died.person()));
                yield withRepresentations(Map.copyOf(remaining));
            }
            case InterpreterNeedRecorded ignored -> this;
            case PersonDetailsCorrected ignored -> this;
        };
    }

    private Openness living(@Nullable UUID whose, UUID person, List<UUID> holders) {
        var gone = new HashSet<>(movedOut);
        gone.remove(person);
        return new Openness(
                whose, with(household, person, holders), Set.copyOf(gone), consents, openings, representations);
    }

    private Openness withConsents(Map<UUID, ConsentGiven> now) {
        return new Openness(citizen, household, movedOut, now, openings, representations);
    }

    private Openness withRepresentations(Map<UUID, RepresentativeAppointed> now) {
        return new Openness(citizen, household, movedOut, consents, openings, now);
    }

    /**
     * How it is open to a reader, {@code null} when it is not.
     *
     * @param now by the server's clock
     * @param today the day in Norway: a consent holds to the end of its last day
     */
    @Nullable
    Opening to(Reader reader, UUID journey, Instant now, LocalDate today) {
        Set<UUID> everybody = Set.copyOf(household.keySet());
        if (reader.isPerson()) {
            return everybody.contains(reader.id()) && !movedOut.contains(reader.id())
                    ? new Opening(journey, Basis.OWN, null, everybody, Set.of(reader.id()))
                    : representing(reader.id(), journey, everybody, today);
        }
        if (reader.roles().contains(Role.AUDITOR)) {
            return new Opening(journey, Basis.AUDIT, null, everybody, everybody);
        }
        Set<UUID> consenting = consentingTo(reader.service(), today);
        if (citizen != null && consenting.contains(citizen)) {
            return new Opening(journey, Basis.CONSENT, null, everybody, consenting);
        }
        for (OpenedUnderStatute opened : openings.values()) {
            if (opened.worker().equals(reader.id())
                    && opened.service().equals(reader.service())
                    && now.isBefore(opened.until())) {
                return new Opening(journey, Basis.STATUTE, opened.opening(), everybody, everybody);
            }
        }
        return null;
    }

    /** What somebody from outside may read to answer for whom they represent: nothing before it begins or after it ended. */
    private @Nullable Opening representing(UUID reader, UUID journey, Set<UUID> everybody, LocalDate today) {
        var represented = new HashSet<UUID>();
        var affairs = EnumSet.noneOf(Affairs.class);
        for (RepresentativeAppointed each : representations.values()) {
            boolean inForce = !today.isBefore(each.from()) && (each.until() == null || !today.isAfter(each.until()));
            if (each.representative().equals(reader)
                    && inForce
                    && everybody.contains(each.person())
                    && !movedOut.contains(each.person())) {
                represented.add(each.person());
                affairs.addAll(each.scope());
            }
        }
        return represented.isEmpty()
                ? null
                : new Opening(
                        journey, Basis.REPRESENTED, null, everybody, Set.copyOf(represented), Set.copyOf(affairs));
    }

    private Set<UUID> consentingTo(@Nullable UUID service, LocalDate today) {
        var themselves = new HashSet<UUID>();
        for (ConsentGiven consent : consents.values()) {
            if (consent.service().equals(service) && (consent.until() == null || !today.isAfter(consent.until()))) {
                themselves.add(consent.person());
            }
        }
        var all = new HashSet<>(themselves);
        household.forEach((person, holders) -> {
            if (anyOf(holders, themselves)) {
                all.add(person);
            }
        });
        return Set.copyOf(all);
    }

    private static boolean anyOf(Collection<UUID> some, Set<UUID> those) {
        return some.stream().anyMatch(those::contains);
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var next = new HashMap<>(map);
        next.put(key, value);
        return Map.copyOf(next);
    }

    private static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        var next = new HashMap<>(map);
        next.remove(key);
        return Map.copyOf(next);
    }
}
