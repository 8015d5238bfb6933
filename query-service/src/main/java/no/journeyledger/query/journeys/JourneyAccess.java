package no.journeyledger.query.journeys;

import java.util.UUID;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.Reader;
import no.journeyledger.query.door.TurnedAway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a journey is there for the one who asks. */
public final class JourneyAccess {

    private JourneyAccess() {}

    /**
     * Turns away who asks for a journey that does not exist, or a person who asks for one that is not their household's, nor
     * that of somebody they represent: to them it is unknown, so that nobody learns who is in the programme. Whether it is open
     * to them today was found out before.
     */
    public static void require(JdbcClient views, Reader reader, UUID journey) {
        boolean open = reader.isPerson()
                ? views.sql("""
                        SELECT EXISTS (SELECT FROM views.household_member WHERE journey = ? AND person = ?)
                            OR EXISTS (SELECT FROM views.representation WHERE journey = ? AND representative = ?)
                        """)
                        .params(journey, reader.id(), journey, reader.id())
                        .query(Boolean.class)
                        .single()
                : views.sql("SELECT EXISTS (SELECT FROM views.journey_list WHERE journey = ?)")
                        .param(journey)
                        .query(Boolean.class)
                        .single();
        if (!open) {
            throw new TurnedAway(AskingProblem.JOURNEY_UNKNOWN);
        }
    }
}
