package no.journeyledger.query.projection;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a component of a row record is kept in a column: the element type of the array it travels in, the cast it needs when
 * it is not a plain value, and both directions of the conversion.
 */
abstract class ColumnType {

    private static final JsonMapper JSON = ViewsJson.mapper();

    /** Element type of the array parameter that carries this column's values. */
    final String element;

    /** Cast applied to each value after it was unpacked, empty for none. */
    final String cast;

    private ColumnType(String element, String cast) {
        this.element = element;
        this.cast = cast;
    }

    /** The value as an array element the driver understands. */
    abstract Object toColumn(Object value);

    /** The value as the row record holds it. */
    abstract @Nullable Object fromColumn(ResultSet rows, int index) throws SQLException;

    static ColumnType of(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == UUID.class) {
            return plain("uuid", UUID.class);
        } else if (type == String.class) {
            return plain("text", String.class);
        } else if (type == long.class || type == Long.class) {
            return plain("int8", Long.class);
        } else if (type == int.class || type == Integer.class) {
            return plain("int4", Integer.class);
        } else if (type == boolean.class || type == Boolean.class) {
            return plain("bool", Boolean.class);
        } else if (type == BigDecimal.class) {
            return plain("numeric", BigDecimal.class);
        } else if (type == LocalDate.class) {
            return plain("date", LocalDate.class);
        } else if (type == Instant.class) {
            return instant();
        } else if (type == Sealed.class) {
            return sealed();
        } else if (type == RawJson.class) {
            return rawJson();
        } else if (type.isEnum()) {
            return enumeration(type);
        } else if (type == List.class && elementOf(component) == UUID.class) {
            return array("::uuid[]", UUID.class);
        } else if (type == List.class && elementOf(component) == Integer.class) {
            return array("::integer[]", Integer.class);
        }
        return json(component.getGenericType());
    }

    private static Type elementOf(RecordComponent component) {
        return ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private static ColumnType plain(String element, Class<?> type) {
        return new ColumnType(element, "") {
            @Override
            Object toColumn(Object value) {
                return value;
            }

            @Override
            @Nullable
            Object fromColumn(ResultSet rows, int index) throws SQLException {
                return rows.getObject(index, type);
            }
        };
    }

    private static ColumnType instant() {
        return new ColumnType("timestamptz", "") {
            @Override
            Object toColumn(Object value) {
                return value.toString();
            }

            @Override
            @Nullable
            Object fromColumn(ResultSet rows, int index) throws SQLException {
                OffsetDateTime at = rows.getObject(index, OffsetDateTime.class);
                return at == null ? null : at.toInstant();
            }
        };
    }

    private static ColumnType sealed() {
        return new ColumnType("text", "") {
            @Override
            Object toColumn(Object value) {
                return ((Sealed) value).text();
            }

            @Override
            @Nullable
            Object fromColumn(ResultSet rows, int index) throws SQLException {
                String text = rows.getString(index);
                return text == null ? null : new Sealed(text);
            }
        };
    }

    private static ColumnType enumeration(Class<?> type) {
        var constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(constant -> ((Enum<?>) constant).name(), constant -> constant));
        return new ColumnType("text", "") {
            @Override
            Object toColumn(Object value) {
                return ((Enum<?>) value).name();
            }

            @Override
            @Nullable
            Object fromColumn(ResultSet rows, int index) throws SQLException {
                String name = rows.getString(index);
                return name == null ? null : constants.get(name);
            }
        };
    }

    /** An array per row cannot travel in an array of arrays (they would have to be equally long), so it goes as text. */
    private static ColumnType array(String cast, Class<?> type) {
        return new ColumnType("text", cast) {
            @Override
            Object toColumn(Object value) {
                return ((List<?>) value).stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
            }

            @Override
            @Nullable
            Object fromColumn(ResultSet rows, int index) throws SQLException {
                Array array = rows.getArray(index);
                return array == null
                        ? null
                        : Arrays.stream((Object[]) array.getArray())
                                .map(type::cast)
                                .toList();
            }
        };
    }

    private static ColumnType rawJson() {
        return new ColumnType("text", "::json") {
            @Override
            Object toColumn(Object value) {
                return ((RawJson) value).text();
            }

            @Override
            @Nullable
            Object fromColumn(ResultSet rows, int index) throws SQLException {
                String text = rows.getString(index);
                return text == null ? null : new RawJson(text);
            }
        };
    }

    private static ColumnType json(Type type) {
        JavaType javaType = JSON.constructType(type);
        return new ColumnType("text", "::json") {
            @Override
            Object toColumn(Object value) {
                return JSON.writerFor(javaType).writeValueAsString(value);
            }

            @Override
            @Nullable
            Object fromColumn(ResultSet rows, int index) throws SQLException {
                String text = rows.getString(index);
                return text == null ? null : JSON.readValue(text, javaType);
            }
        };
    }
}
