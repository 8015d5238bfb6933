package no.journeyledger.command.access;

import static no.journeyledger.command.story.People.ADVISER;
import static no.journeyledger.command.story.People.JOURNEY;
import static no.journeyledger.command.story.People.KARI;
import static no.journeyledger.command.story.People.LABOUR;
import static no.journeyledger.command.story.People.TODAY;
import static no.journeyledger.command.story.People.envelope;
import static no.journeyledger.command.story.People.id;
import static no.journeyledger.command.story.People.person;
import static no.journeyledger.command.story.People.worker;
import static no.journeyledger.command.story.Story.enrolled;

import java.time.Instant;
import java.time.ZoneOffset;
import no.journeyledger.command.Created;
import no.journeyledger.command.access.AccessRejection.OnlyAServiceOpens;
import no.journeyledger.command.access.AccessRejection.OpenedForTooLong;
import no.journeyledger.command.access.AccessRejection.StatuteUnknown;
import no.journeyledger.command.story.Shows;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.AccessEvent.OpenedUnderStatute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reading without consent: only under a named statute, for a short while, and never unseen. */
class OpeningUnderAStatuteTest {

    private static final Instant NINE = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
    private static final Sealed REASON = envelope(KARI, "Worried for the girl");

    private static OpenUnderStatute under(String statute, @Nullable Integer minutes) {
        return new OpenUnderStatute(JOURNEY, id(901), statute, REASON, minutes);
    }

    @Test
    void a_worker_opens_the_journey_to_themselves_for_an_hour() {
        enrolled()
                .when(under("BARNEVERNSLOVEN-13-2", null), worker(ADVISER))
                .records(new OpenedUnderStatute(
                        id(901), ADVISER, LABOUR, "BARNEVERNSLOVEN-13-2", REASON, NINE.plusSeconds(3_600)))
                .answers(new Created.Opening(id(901), NINE.plusSeconds(3_600)));
    }

    @Test
    @Shows(StatuteUnknown.class)
    void what_is_no_statute_in_force_opens_nothing() {
        enrolled()
                .when(under("BECAUSE-I-WANT-TO", null), worker(ADVISER))
                .isRejected(new StatuteUnknown(
                        "BECAUSE-I-WANT-TO",
                        "BARNEVERNSLOVEN-13-2, FORVALTNINGSLOVEN-13B, HELSEPERSONELLOVEN-23-4, HELSEPERSONELLOVEN-45,"
                                + " SOSIALTJENESTELOVEN-43, STRAFFELOVEN-196"));
    }

    @Test
    @Shows(OpenedForTooLong.class)
    void a_statute_opens_no_longer_than_it_says() {
        enrolled()
                .when(under("FORVALTNINGSLOVEN-13B", 121), worker(ADVISER))
                .isRejected(new OpenedForTooLong(121, 120));
    }

    @Test
    @Shows(OnlyAServiceOpens.class)
    void a_person_opens_nothing_under_a_statute() {
        enrolled().when(under("HELSEPERSONELLOVEN-45", null), person(KARI)).isRejected(new OnlyAServiceOpens());
    }
}
