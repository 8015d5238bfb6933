package no.journeyledger.command.door;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * How the ledger reads what it is sent: exactly as it stands. A number in quotation marks, a fraction where whole øre are
 * meant, a field it does not know or a field named twice is refused, because a case app that is slightly wrong must hear of
 * it before a citizen does.
 */
public final class StrictJson {

    /** The largest body that is read. */
    static final int BODY_LIMIT = 256 * 1024;

    private static final int TEXT_LIMIT = 64 * 1024;
    private static final int DEPTH_LIMIT = 16;
    private static final int NUMBER_LIMIT = 40;
    private static final int NAME_LIMIT = 128;

    private StrictJson() {}

    /** A mapper that reads strictly. */
    public static JsonMapper mapper() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_LIMIT)
                        .maxStringLength(TEXT_LIMIT)
                        .maxNumberLength(NUMBER_LIMIT)
                        .maxNameLength(NAME_LIMIT)
                        .maxDocumentLength(BODY_LIMIT)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        var builder = JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(config -> {
                    config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                    config.setAcceptBlankAsEmpty(false);
                })
                .withCoercionConfig(LogicalType.Textual, config -> {
                    config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
                })
                .addModule(new SimpleModule("strict")
                        .addDeserializer(UUID.class, new Text<>(UUID.class, Ids::parse))
                        .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictJson::day)));
        return builder.build();
    }

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** Reads a day: {@code 2026-02-28}, a day that exists, in a year of four digits. */
    static Optional<LocalDate> day(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text, DAY)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads a value that is written as a text in one way only. */
    private static final class Text<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, Optional<T>> reading;

        Text(Class<T> type, Function<String, Optional<T>> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                @SuppressWarnings("unchecked")
                T never = (T) context.handleUnexpectedToken(getValueType(context), parser);
                return never;
            }
            String text = parser.getString();
            return reading.apply(text).orElseGet(() -> {
                @SuppressWarnings("unchecked")
                T never = (T) context.handleWeirdStringValue(handledType(), text, "not in its one written form");
                return never;
            });
        }
    }
}
