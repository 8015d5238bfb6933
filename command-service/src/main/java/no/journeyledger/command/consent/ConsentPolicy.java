package no.journeyledger.command.consent;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.consent.ConsentRejection.ConsentAfterClosing;
import no.journeyledger.command.consent.ConsentRejection.ConsentExpiresInThePast;
import no.journeyledger.command.consent.ConsentRejection.ConsentIdTaken;
import no.journeyledger.command.consent.ConsentRejection.ConsentPersonUnknown;
import no.journeyledger.command.consent.ConsentRejection.ConsentUnknown;
import no.journeyledger.command.consent.ConsentRejection.NotYoursToConsent;
import no.journeyledger.command.consent.ConsentRejection.WideningIsADecision;
import no.journeyledger.command.consent.ConsentState.Consent;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.people.WhoHasASay;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.ConsentEvent.ConsentWithdrawn;

/** Who opens what to whom, and takes it back. */
public final class ConsentPolicy {

    private ConsentPolicy() {}

    /**
     * A person consents for themselves, or for somebody they speak for on that day. Until the person is enrolled others may
     * record it for them; from then on whatever widens it is said in the person's own session, or decided with them.
     */
    public static Ruling<ConsentRejection> give(
            JourneyState state, GiveConsent command, Circumstances circumstances, BirthDates birthDates) {
        if (state.closed()) {
            return rejected(new ConsentAfterClosing(command.journey()));
        }
        if (!state.capture().includes(command.person())) {
            return rejected(new ConsentPersonUnknown(command.person()));
        }
        if (circumstances.byPerson()
                && !new WhoHasASay(state, circumstances.today(), birthDates)
                        .mayBind(circumstances.actor().id(), command.person(), Affairs.PERSONAL)) {
            return rejected(new NotYoursToConsent(command.person()));
        }
        if (state.consents().given().containsKey(command.consent())) {
            return rejected(new ConsentIdTaken(command.consent()));
        }
        if (command.until() != null && command.until().isBefore(circumstances.today())) {
            return rejected(new ConsentExpiresInThePast(command.until()));
        }
        if (state.capture().enrolled(command.person()) && !circumstances.byPersonAlone()) {
            return rejected(new WideningIsADecision(command.person()));
        }
        return accepted(
                new ConsentGiven(
                        command.consent(),
                        command.person(),
                        command.service(),
                        command.information(),
                        command.purpose(),
                        command.until()),
                new Created.Consent(command.consent()));
    }

    /** A consent can be withdrawn at any time, also after closing. */
    public static Ruling<ConsentRejection> withdraw(
            JourneyState state, WithdrawConsent command, Circumstances circumstances, BirthDates birthDates) {
        Consent consent = state.consents().given().get(command.consent());
        if (consent == null) {
            return rejected(new ConsentUnknown(command.consent()));
        }
        UUID person = consent.person();
        if (circumstances.byPerson()
                && !new WhoHasASay(state, circumstances.today(), birthDates)
                        .mayActFor(circumstances.actor().id(), person, Affairs.PERSONAL)) {
            return rejected(new NotYoursToConsent(person));
        }
        return accepted(new ConsentWithdrawn(command.consent()));
    }
}
