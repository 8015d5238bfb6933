package no.journeyledger.economics.parameters.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.parameters.DiscountSchedule;
import no.journeyledger.economics.parameters.InForce;
import no.journeyledger.economics.parameters.Instruments;
import no.journeyledger.economics.parameters.LifeAreaWeights;
import no.journeyledger.economics.parameters.ParameterCatalogue;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.PriceIndex;
import no.journeyledger.economics.parameters.SmallGroupThreshold;
import no.journeyledger.economics.parameters.TaxFundingCost;
import no.journeyledger.economics.parameters.UnitValue;
import no.journeyledger.economics.parameters.UnitValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes one parameter version as JSON. Numbers are read as written, digit by digit; an unknown or missing
 * field is an error, so that a misspelt rate is never silently left out.
 */
public final class ParameterFile {

    private static final List<String> BUILT_IN = List.of("2026-01");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultNullHandling(ignored -> JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
            .addMixIn(InForce.class, OpenEnded.class)
            .addMixIn(UnitValue.class, MayStandAlone.class)
            .addMixIn(Parameters.class, MayHaveNoIndex.class)
            .build();

    private ParameterFile() {}

    /** The versions that come with this library. */
    public static ParameterCatalogue builtIn() {
        return new ParameterCatalogue(
                BUILT_IN.stream().map(ParameterFile::builtInVersion).toList());
    }

    /**
     * Reads one version.
     *
     * @throws CannotBeCalculated when it is not a parameter file, or its numbers contradict each other; the sentence says
     *     where
     */
    public static Parameters read(String json) {
        @Nullable Parameters parameters;
        try {
            parameters = JSON.readTree(json).has("priceIndex")
                    ? JSON.readValue(json, Parameters.class)
                    : WithoutIndex.parameters(JSON.readValue(json, WithoutIndex.class));
        } catch (JacksonException unreadable) {
            throw refusal(unreadable);
        }
        if (parameters == null) {
            throw new CannotBeCalculated("This parameter file is empty.");
        }
        return parameters;
    }

    /** Writes one version; reading it gives an equal one. */
    public static String write(Parameters parameters) {
        return JSON.writeValueAsString(parameters);
    }

    private static Parameters builtInVersion(String version) {
        String name = "/no/journeyledger/economics/parameters/" + version + ".json";
        try (InputStream file = ParameterFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the built-in parameter file " + name + " is not on the class path");
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the built-in parameter file " + name + " cannot be read", unreadable);
        }
    }

    /** A file without a price index, as all were before there was one; every other field is needed as ever. */
    private record WithoutIndex(
            String version,
            InForce inForce,
            List<DiscountSchedule> schedules,
            TaxFundingCost taxFundingCost,
            UnitValues unitValues,
            Instruments instruments,
            LifeAreaWeights lifeAreaWeights,
            SmallGroupThreshold smallGroupThreshold) {

        static @Nullable Parameters parameters(@Nullable WithoutIndex file) {
            return file == null
                    ? null
                    : new Parameters(
                            file.version,
                            file.inForce,
                            file.schedules,
                            file.taxFundingCost,
                            file.unitValues,
                            file.instruments,
                            file.lifeAreaWeights,
                            file.smallGroupThreshold,
                            null);
        }
    }

    /** A version without a price index is written as it always was. */
    private interface MayHaveNoIndex {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonSetter(nulls = Nulls.SET)
        @Nullable
        PriceIndex priceIndex();
    }

    /** The end of a period may be {@code null}: not known. */
    private interface OpenEnded {
        @JsonSetter(nulls = Nulls.SET)
        @Nullable
        LocalDate until();
    }

    /** A unit value may be part of no other, and its source may state no price year. */
    private interface MayStandAlone {
        @JsonSetter(nulls = Nulls.SET)
        @Nullable
        String partOf();

        @JsonSetter(nulls = Nulls.SET)
        @Nullable
        Integer priceYear();
    }

    private static CannotBeCalculated refusal(JacksonException unreadable) {
        // The checks of the records say it best; Jackson wraps them.
        String sentence = Stream.iterate((Throwable) unreadable, cause -> cause != null, Throwable::getCause)
                .filter(CannotBeCalculated.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst()
                .orElse("This is not a parameter file: " + withoutAdvice(unreadable.getOriginalMessage()) + ".");
        var refusal = new CannotBeCalculated(sentence);
        refusal.initCause(unreadable);
        return refusal;
    }

    /** Jackson adds the name of the setting that made it look; that is of no use to an analyst. */
    private static String withoutAdvice(String message) {
        int advice = message.indexOf("; `");
        return advice < 0 ? message : message.substring(0, advice);
    }
}
