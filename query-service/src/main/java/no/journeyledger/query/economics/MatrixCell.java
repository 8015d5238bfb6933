package no.journeyledger.query.economics;

import org.jspecify.annotations.Nullable;

/**
 * What journeys of the matrix have in common.
 *
 * @param targetGroup their target group
 * @param cohort the year of enrolment
 * @param startingStage where they started
 * @param stage where they are
 * @param goalStage where they are going
 * @param byTeam how vulnerable the team judged the household last, or {@link Matrix#NOT_JUDGED}
 * @param byHousehold how vulnerable the household judged itself last, likewise
 */
record MatrixCell(
        @Nullable String targetGroup,
        int cohort,
        @Nullable String startingStage,
        @Nullable String stage,
        @Nullable String goalStage,
        String byTeam,
        String byHousehold) {

    /**
     * How many.
     *
     * @param journeys journeys
     * @param additional those of them that were marked as needing more than was planned
     */
    record Count(long journeys, long additional) {

        static final Count NONE = new Count(0, 0);

        Count plus(Count more) {
            return new Count(journeys + more.journeys, additional + more.additional);
        }
    }
}
