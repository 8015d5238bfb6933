package no.journeyledger.command.capture;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.TargetGroup;

/**
 * Goes through the qualifying checklist. It may be recorded with points that do not hold; the household is then
 * not enrolled.
 *
 * @param journey the journey
 * @param wantsChange wants change and is ready to commit
 * @param complexNeeds complex needs across several disciplines
 * @param longTermWork long-term work makes sense
 * @param liftsConfidentiality voluntarily lifts confidentiality between the services
 * @param targetGroup the group the person belongs to; never a ground to turn anybody away
 * @param serviceDegree 1 self-service, 2 contact person, 3 much help, lasting
 * @param reasons why, in words
 */
public record AssessChecklist(
        UUID journey,
        boolean wantsChange,
        boolean complexNeeds,
        boolean longTermWork,
        boolean liftsConfidentiality,
        TargetGroup targetGroup,
        int serviceDegree,
        Sealed reasons)
        implements CaptureCommand {

    @Override
    public Ruling<CaptureRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return CapturePolicy.assess(state, this, circumstances, birthDates);
    }
}
