package no.journeyledger.command.correction;

import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why a correction was not recorded. */
@Source("Rights and record-keeping (domain, section 9)")
public sealed interface CorrectionRejection extends Rejection {

    /** At this position stands no entry of this journey. */
    record EntryUnknown(long position) implements CorrectionRejection {}

    /** The person the correction is about is not in the household. */
    record CorrectedPersonUnknown(UUID person) implements CorrectionRejection {}

    /** A correction comes from the team, or from somebody of the household about themselves. */
    record NotYoursToCorrect(UUID actor) implements CorrectionRejection {}
}
