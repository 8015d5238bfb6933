package no.journeyledger.command.access;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.time.Duration;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.access.AccessRejection.OnlyAServiceOpens;
import no.journeyledger.command.access.AccessRejection.OpenedForTooLong;
import no.journeyledger.command.access.AccessRejection.StatuteUnknown;
import no.journeyledger.command.access.Statutes.Statute;
import no.journeyledger.events.journey.AccessEvent.OpenedUnderStatute;

/** Who may read without consent, and for how long. That it happened is for the person to see, so it is always recorded. */
public final class AccessPolicy {

    private AccessPolicy() {}

    /** Opens the journey to the worker who asks, and to nobody else of their service. */
    public static Ruling<AccessRejection> open(OpenUnderStatute command, Circumstances circumstances) {
        UUID service = circumstances.actor().service();
        if (circumstances.byPerson() || service == null) {
            return rejected(new OnlyAServiceOpens());
        }
        Statutes statutes = Statutes.inForceOn(circumstances.today());
        Statute statute = statutes.statutes().get(command.statute());
        if (statute == null) {
            return rejected(new StatuteUnknown(
                    command.statute(), String.join(", ", statutes.statutes().keySet())));
        }
        int minutes = command.minutes() == null
                ? Math.min(statutes.standardMinutes(), statute.mostMinutes())
                : command.minutes();
        if (minutes > statute.mostMinutes()) {
            return rejected(new OpenedForTooLong(minutes, statute.mostMinutes()));
        }
        return accepted(
                new OpenedUnderStatute(
                        command.opening(),
                        circumstances.actor().id(),
                        service,
                        command.statute(),
                        command.reason(),
                        circumstances.now().plus(Duration.ofMinutes(minutes))),
                new Created.Opening(command.opening(), circumstances.now().plus(Duration.ofMinutes(minutes))));
    }
}
