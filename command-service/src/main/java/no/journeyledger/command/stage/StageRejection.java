package no.journeyledger.command.stage;

import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why a rating was not recorded. */
@Source("Three axes that must never be merged (domain, section 2)")
public sealed interface StageRejection extends Rejection {

    /** The journey is closed. */
    record RatingAfterClosing(UUID journey) implements StageRejection {}

    /** The person is not registered in the household. */
    record RatedPersonUnknown(UUID person) implements StageRejection {}

    /** The team's rating is recorded by somebody on the team. */
    record RaterNotOnTeam(UUID worker) implements StageRejection {}

    /** In their own session a person rates their own situation, as the citizen. */
    record NotYoursToRate(UUID person) implements StageRejection {}
}
