package no.journeyledger.query.economics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
        TEXT("VARCHAR"),
        WHOLE("BIGINT"),
        RATIO("DECIMAL(38,4)"),
        SHARE("DECIMAL(38,6)");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
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
            folder = Files.createTempDirectory("export");
            Path file = folder.resolve("export.parquet");
            statement.execute(columns.stream()
                    .map(column -> column.name() + " " + column.type().sql)
                    .collect(Collectors.joining(", ", "CREATE TABLE export (", ")")));
            String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert = duck.prepareStatement("INSERT INTO export VALUES (" + places + ")")) {
                for (List<@Nullable Object> row : rows) {
                    for (int i = 0; i < row.size(); i++) {
                        insert.setObject(i + 1, row.get(i));
                    }
                    insert.addBatch();
                }
                if (!rows.isEmpty()) {
                    insert.executeBatch();
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
