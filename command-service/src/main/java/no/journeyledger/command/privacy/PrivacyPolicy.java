package no.journeyledger.command.privacy;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.person.ClaimState;
import no.journeyledger.command.privacy.PrivacyRejection.AlreadyErased;
import no.journeyledger.command.privacy.PrivacyRejection.HeldBack;
import no.journeyledger.command.privacy.PrivacyRejection.HoldEndsInThePast;
import no.journeyledger.command.privacy.PrivacyRejection.HoldUnknown;
import no.journeyledger.command.privacy.PrivacyRejection.MustBeKept;
import no.journeyledger.command.privacy.PrivacyRejection.NothingKept;
import no.journeyledger.command.privacy.PrivacyRejection.StillInAJourney;
import no.journeyledger.events.person.PrivacyEvent.LegalHoldLifted;
import no.journeyledger.events.person.PrivacyEvent.LegalHoldPlaced;
import no.journeyledger.events.person.PrivacyEvent.PersonErased;

/** When a person may be erased, and what holds it back. Refusing comes in the order in which it can be helped. */
public final class PrivacyPolicy {

    private PrivacyPolicy() {}

    /** Erasing is for good: everything that speaks against it is asked first. */
    public static Ruling<PrivacyRejection> erase(
            PrivacyState state, ClaimState claim, ErasePerson command, Circumstances circumstances) {
        UUID person = command.person();
        if (state.erased()) {
            return rejected(new AlreadyErased(person));
        }
        if (!command.known()) {
            return rejected(new NothingKept(person));
        }
        Optional<LegalHoldPlaced> hold = state.heldOn(circumstances.today());
        if (hold.isPresent()) {
            LocalDate until = hold.get().until();
            return rejected(new HeldBack(person, hold.get().statute(), until == null ? "-" : until.toString()));
        }
        if (claim.journey() != null) {
            return rejected(new StillInAJourney(person, claim.journey()));
        }
        Retention retention = Retention.inForceOn(circumstances.today());
        Optional<LocalDate> keptUntil = command.left().stream()
                .map(day -> day.plusYears(retention.yearsAfterLeaving()))
                .filter(day -> day.isAfter(circumstances.today()))
                .max(LocalDate::compareTo);
        if (keptUntil.isPresent()) {
            return rejected(new MustBeKept(person, retention.rule(), keptUntil.get()));
        }
        return accepted(
                new PersonErased(person, command.legalBasis(), retention.version()), new Created.Erasure(person));
    }

    /** Whoever protects privacy also sees to it that nothing is lost that must be kept. */
    public static Ruling<PrivacyRejection> hold(
            PrivacyState state, PlaceLegalHold command, Circumstances circumstances) {
        if (state.erased()) {
            return rejected(new AlreadyErased(command.person()));
        }
        if (command.until() != null && command.until().isBefore(circumstances.today())) {
            return rejected(new HoldEndsInThePast(command.until()));
        }
        return accepted(
                new LegalHoldPlaced(command.hold(), command.person(), command.statute(), command.until()),
                new Created.LegalHold(command.person(), command.hold()));
    }

    /** A hold ends by being lifted, or by its own last day. */
    public static Ruling<PrivacyRejection> lift(PrivacyState state, LiftLegalHold command) {
        if (!state.holds().containsKey(command.hold())) {
            return rejected(new HoldUnknown(command.hold()));
        }
        return accepted(
                new LegalHoldLifted(command.hold(), command.person()),
                new Created.LegalHold(command.person(), command.hold()));
    }
}
