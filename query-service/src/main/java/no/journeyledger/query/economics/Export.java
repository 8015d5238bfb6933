package no.journeyledger.query.economics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Rows to take along, as CSV (RFC 4180, UTF-8) or Parquet. Both have the same columns in the same order.
 *
 * @param columns their names and types
 * @param rows one value per column
 */
record Export(List<Column> columns, List<List<@Nullable Object>> rows) {

    private static final Path IN_MEMORY = Path.of("/dev/shm");

    /** The form of a file. */
    enum Format {
        CSV,
        PARQUET;

        String mediaType() {
            return switch (this) {
                case CSV -> "text/csv;charset=UTF-8";
                case PARQUET -> "application/vnd.apache.parquet";
            };
        }
    }

    /** What a column holds. */
    enum Type {
        TEXT("VARCHAR", 0),
        WHOLE("BIGINT", 0),
        RATIO("DECIMAL(38,4)", 4),
        SHARE("DECIMAL(38,6)", 6);

        private final String sql;
        private final int decimals;

        Type(String sql, int decimals) {
            this.sql = sql;
            this.decimals = decimals;
        }
    }

    /** A column. */
    record Column(String name, Type type) {}

    /** A file to take along, with what the answer says beside it. */
    static ResponseEntity<byte[]> answer(ResponseEntity<byte[]> answer, Format format, String name) {
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "." + format.name().toLowerCase(Locale.ROOT) + "\"")
                .body(answer.getBody());
    }

    byte[] as(Format format) {
        return switch (format) {
            case CSV -> csv();
            case PARQUET -> parquet();
        };
    }

    private byte[] csv() {
        var text = new StringBuilder();
        text.append(columns.stream().map(Column::name).collect(Collectors.joining(",")))
                .append("\r\n");
        for (List<@Nullable Object> row : rows) {
            text.append(row.stream().map(Export::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        String text = switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
        boolean quoted = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private byte[] parquet() {
        Path folder = null;
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            folder = folder();
            Path file = folder.resolve("export.parquet");
            statement.execute(columns.stream()
                    .map(column -> column.name() + " " + column.type().sql)
                    .collect(Collectors.joining(", ", "CREATE TABLE export (", ")")));
            try (DuckDBAppender appender = duck.unwrap(DuckDBConnection.class).createAppender("main", "export")) {
                for (List<@Nullable Object> row : rows) {
                    appender.beginRow();
                    for (int i = 0; i < row.size(); i++) {
                        append(appender, columns.get(i).type(), row.get(i));
                    }
                    appender.endRow();
                }
            }
            statement.execute("COPY export TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
            return Files.readAllBytes(file);
        } catch (SQLException e) {
            throw new IllegalStateException("a Parquet file could not be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            discard(folder);
        }
    }

    private static void append(DuckDBAppender to, Type type, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> to.appendNull();
            case BigDecimal number -> to.append(number.setScale(type.decimals, RoundingMode.HALF_EVEN));
            case Number whole -> to.append(whole.longValue());
            default -> to.append(value.toString());
        }
    }

    /** What a file holds may be about a person: it goes to no disk where the machine has a folder in memory. */
    private static Path folder() throws IOException {
        return Files.isDirectory(IN_MEMORY) && Files.isWritable(IN_MEMORY)
                ? Files.createTempDirectory(IN_MEMORY, "export")
                : Files.createTempDirectory("export");
    }

    private static void discard(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve("export.parquet"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
