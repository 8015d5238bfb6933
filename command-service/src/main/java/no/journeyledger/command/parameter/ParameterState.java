package no.journeyledger.command.parameter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.economics.parameters.CountedFor;
import no.journeyledger.economics.parameters.Nature;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.UnitValue;
import no.journeyledger.economics.parameters.file.ParameterFile;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.events.parameter.ParameterEvent.ParametersAdopted;
import no.journeyledger.events.parameter.ParameterEvent.PayerAssigned;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need of the book of parameters.
 *
 * @param book its id, {@code null} before anything was recorded in it
 * @param versions every version by its name, the one that comes with the ledger first
 * @param payers paying services whose purse was said
 */
public record ParameterState(@Nullable UUID book, Map<String, Version> versions, Map<UUID, Party> payers) {

    /** With the versions that come with the ledger. */
    public static final ParameterState SEEDED = seeded();

    /** Nothing is left out in a state read back. */
    public ParameterState {
        versions = Kept.map(versions);
        payers = Kept.map(payers);
    }

    /**
     * A version in outline.
     *
     * @param from the first day it applies
     * @param until the first day it no longer applies
     * @param units its unit values by name
     */
    public record Version(LocalDate from, @Nullable LocalDate until, Map<String, Unit> units) {

        /** Nothing is left out in a state read back. */
        public Version {
            units = Kept.map(units);
        }

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }

        /** The newest price year of its unit values: the kroner it calculates in. */
        public OptionalInt priceYear() {
            return units.values().stream()
                    .map(Unit::priceYear)
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .max();
        }
    }

    /** A unit value in outline: what it is part of, what it may be used as, and the year of its kroner. */
    public record Unit(
            @Nullable String partOf,
            Nature nature,
            CountedFor countedFor,
            @Nullable Integer priceYear) {}

    /** The name of the version that applies on a day: of those in force, the one that began last. */
    public @Nullable String inForceOn(LocalDate day) {
        String found = null;
        LocalDate began = LocalDate.MIN;
        for (Map.Entry<String, Version> version : versions.entrySet()) {
            if (version.getValue().on(day) && version.getValue().from().isAfter(began)) {
                found = version.getKey();
                began = version.getValue().from();
            }
        }
        return found;
    }

    /** The state after the event. */
    public ParameterState evolve(ParameterEvent event) {
        return switch (event) {
            case ParametersAdopted adopted ->
                new ParameterState(
                        adopted.book(),
                        Kept.with(versions, adopted.version(), outline(ParameterFile.read(adopted.parameters()))),
                        payers);
            case PayerAssigned assigned ->
                new ParameterState(assigned.book(), versions, Kept.with(payers, assigned.payer(), assigned.party()));
        };
    }

    private static ParameterState seeded() {
        var versions = new LinkedHashMap<String, Version>();
        for (Parameters builtIn : ParameterFile.builtIn().versions()) {
            versions.put(builtIn.version(), outline(builtIn));
        }
        return new ParameterState(null, versions, Map.of());
    }

    private static Version outline(Parameters parameters) {
        var units = new LinkedHashMap<String, Unit>();
        for (UnitValue value : parameters.unitValues().values()) {
            units.put(value.id(), new Unit(value.partOf(), value.nature(), value.countedFor(), value.priceYear()));
        }
        return new Version(parameters.inForce().from(), parameters.inForce().until(), units);
    }
}
