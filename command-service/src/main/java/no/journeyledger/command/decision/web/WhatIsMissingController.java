package no.journeyledger.command.decision.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import no.journeyledger.command.decision.AskWhatIsMissing;
import no.journeyledger.command.decision.BeforeTaking;
import no.journeyledger.command.decision.DecisionRejection;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Readings;
import no.journeyledger.command.door.Tells;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.store.axon.DryRun;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is missing before a decision can be taken: asked of the journey itself, not of a view that may lag behind it. */
@RestController
@Tag(name = "Decisions")
class WhatIsMissingController {

    private static final String PATH = "/v1/journeys/{journey}/decisions/{decision}/missing";

    private final Door door;
    private final Readings readings;

    WhatIsMissingController(Door door, Readings readings) {
        this.door = door;
        this.readings = readings;
    }

    /** Something that is missing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MissingThing(
            @Schema(description = "Whom it is about, where it is about one") @Nullable
            UUID person,

            RefusalReason reason,

            @Schema(description = "What to do, for the case worker")
            String message,

            @Schema(description = "What the rule found, e.g. the service whose mandate is missing") @Nullable
            String fact) {}

    /** One person concerned; nothing is missing of them when the list is empty. */
    record PersonConcerned(UUID person, List<MissingThing> missing) {}

    /** What would reject the taking though every rule is met. */
    record InTheWay(String type, String message) {}

    /** What is missing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StillMissing(
            UUID journey,
            UUID decision,
            DecisionKind kind,

            @Schema(description = "The number of the wording, from 1")
            int revision,

            String wordingHash,
            String policyVersion,

            @Schema(description = "Who would take it: the caller")
            UUID taker,

            @Schema(description = "Whether it would be taken as things stand")
            boolean ready,

            @Schema(description = "Everyone concerned, with what is missing of them")
            List<PersonConcerned> persons,

            @Schema(description = "Everything that is missing, in the order in which the rule refuses")
            List<MissingThing> missing,

            @Nullable InTheWay alsoInTheWay,

            @Schema(description = "The journey's version this is true for") @Nullable
            Long version,

            @Schema(description = "Everything recorded up to this position was taken into account")
            long position) {}

    @GetMapping(PATH)
    @Operation(
            summary = "Ask what is missing before a decision can be taken",
            description =
                    "Per person, in the order in which the rule refuses, and everything else that would refuse it"
                            + " if the caller took it now. Who disagrees is not told. Nothing is recorded on the journey;"
                            + " that the caller was told of these persons is recorded in the read log before the answer leaves.")
    @Tells(StillMissing.class)
    ResponseEntity<byte[]> missing(
            Call call,
            @PathVariable UUID journey,
            @PathVariable UUID decision,
            @Schema(description = "Whether a weighing will be given; yes when left out")
                    @RequestParam(name = "weighing", defaultValue = "true")
                    boolean weighing) {
        DryRun<BeforeTaking> asked = door.ask(call, journey, new AskWhatIsMissing(journey, decision, weighing));
        return switch (asked.result()) {
            case BeforeTaking.NotTold notTold -> door.reject(call, notTold.rejection(), DecisionController.DECISION);
            case BeforeTaking.Told told -> {
                readings.ofTheTeam(
                        call,
                        "GET " + PATH,
                        journey,
                        Stream.concat(
                                        told.concerned().stream(),
                                        told.missing().stream()
                                                .map(Missing::person)
                                                .filter(Objects::nonNull))
                                .toList());
                yield door.tell(asked, stillMissing(journey, told, asked, call.language()));
            }
        };
    }

    private StillMissing stillMissing(UUID journey, BeforeTaking.Told told, DryRun<?> asked, Locale language) {
        List<MissingThing> missing = told.missing().stream()
                .map(one -> new MissingThing(
                        one.person(),
                        one.reason(),
                        door.say(language, "refusal." + one.reason().name()),
                        one.fact()))
                .toList();
        DecisionRejection inTheWay = told.alsoInTheWay();
        return new StillMissing(
                journey,
                told.decision(),
                told.kind(),
                told.revision(),
                told.wordingHash(),
                told.policyVersion(),
                told.taker(),
                told.ready(),
                told.concerned().stream()
                        .map(person -> new PersonConcerned(
                                person,
                                missing.stream()
                                        .filter(one -> person.equals(one.person()))
                                        .toList()))
                        .toList(),
                missing,
                inTheWay == null ? null : new InTheWay(inTheWay.code(), door.say(language, inTheWay)),
                asked.version(),
                asked.position());
    }
}
