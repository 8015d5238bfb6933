package no.journeyledger.command.plan;

import no.journeyledger.command.journey.JourneyCommand;

/** What may be asked about the plan. */
public sealed interface PlanCommand extends JourneyCommand<PlanRejection>
        permits DraftPlan, StartMeasure, FinishMeasure, DropMeasure, GatherPlan {}
