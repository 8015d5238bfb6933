package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** How the people of a household change over time, and who may speak for whom. */
public sealed interface PeopleEvent extends JourneyEvent {

    /**
     * Somebody was recorded as entitled to answer for a person, within a scope and for a time.
     *
     * @param representation its id
     * @param person who is represented
     * @param representative who represents them; need not belong to the household
     * @param name the representative's name, sealed with the represented person's key
     * @param kind guardian or attorney
     * @param scope the affairs it covers
     * @param from the first day it holds
     * @param until the last day it holds, {@code null} until it is ended
     * @param document the document it rests on, in words: what, by whom, of which date
     */
    @LogicalType("journey.representative-appointed")
    record RepresentativeAppointed(
            UUID representation,
            UUID person,
            UUID representative,
            Sealed name,
            RepresentationKind kind,
            List<Affairs> scope,
            LocalDate from,
            @Nullable LocalDate until,
            Sealed document)
            implements PeopleEvent {}

    /**
     * A representation ended before its last day; it holds no longer from this moment.
     *
     * @param representation which one
     * @param person who was represented
     * @param reason why
     */
    @LogicalType("journey.representation-ended")
    record RepresentationEnded(UUID representation, UUID person, Sealed reason) implements PeopleEvent {}

    /**
     * Who of the household holds parental responsibility for a child changed.
     *
     * @param child the child
     * @param holders everybody of the household who holds it now; nobody when a guardian answers for the child
     * @param document the agreement, ruling or record it rests on, in words
     */
    @LogicalType("journey.parental-responsibility-changed")
    record ParentalResponsibilityChanged(UUID child, List<UUID> holders, Sealed document) implements PeopleEvent {}

    /**
     * A person moved out of the household. They are concerned by nothing more here, and may enter another journey.
     *
     * @param person who moved out
     * @param on the day
     */
    @LogicalType("journey.moved-out")
    record MovedOut(UUID person, LocalDate on) implements PeopleEvent {}

    /**
     * A person died. The dead are never concerned, and represent nobody.
     *
     * @param person who died
     * @param on the day
     */
    @LogicalType("journey.death-recorded")
    record DeathRecorded(UUID person, LocalDate on) implements PeopleEvent {}

    /**
     * What a person needs in order to take part on their own terms.
     *
     * @param person who needs it
     * @param interpreter whether they need an interpreter
     * @param language the language, a BCP 47 tag
     * @param otherHelp other help: signs, pictures, easy words, more time
     */
    @LogicalType("journey.interpreter-need-recorded")
    record InterpreterNeedRecorded(
            UUID person,
            boolean interpreter,
            @Nullable Sealed language,
            @Nullable Sealed otherHelp) implements PeopleEvent {}

    /**
     * A name or birth date that was recorded wrongly was corrected: from now on the rule follows the right one.
     *
     * @param person whose
     * @param name the right name, {@code null} when it was right
     * @param birthDate the right birth date, ISO-8601, {@code null} when it was right
     * @param reason how the mistake was found
     */
    @LogicalType("journey.person-details-corrected")
    record PersonDetailsCorrected(
            UUID person, @Nullable Sealed name, @Nullable Sealed birthDate, Sealed reason) implements PeopleEvent {}
}
