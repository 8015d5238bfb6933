package no.journeyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @Test
    void what_was_committed_is_there_after_a_restart_and_the_settings_are_durable(@TempDir Path folder)
            throws Exception {
        try (var database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(show(database, "fsync")).isEqualTo("on");
            assertThat(show(database, "synchronous_commit")).isEqualTo("on");
            assertThat(show(database, "full_page_writes")).isEqualTo("on");
            assertThat(show(database, "data_checksums")).isEqualTo("on");
            assertThat(show(database, "server_version")).startsWith("18");
            execute(database, "create table kept as select 42 as answer");
        }
        try (var again = EmbeddedDatabase.start(folder, 0)) {
            assertThat(query(again, "select answer::text from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_second_ledger_on_the_same_folder_is_told_so_in_one_sentence(@TempDir Path folder) throws Exception {
        try (var first = EmbeddedDatabase.start(folder, 0)) {
            assertThat(first.url()).contains("127.0.0.1");
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another ledger");
        }
    }

    @Test
    void a_server_left_behind_by_a_killed_ledger_is_stopped_and_its_data_kept(@TempDir Path folder) throws Exception {
        var ledger = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartsAndWaits.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (var said = ledger.inputReader()) {
            assertThat(said.lines().anyMatch(StartsAndWaits.READY::equals)).isTrue();
        } finally {
            ledger.destroyForcibly().waitFor();
        }
        try (var again = EmbeddedDatabase.start(folder, 0)) {
            assertThat(query(again, "select answer::text from kept")).isEqualTo("42");
        }
    }

    private static String show(EmbeddedDatabase database, String setting) throws SQLException {
        return query(database, "show " + setting);
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Another process that starts the database and waits to be killed. */
    static final class StartsAndWaits {

        static final String READY = "the table is there";

        public static void main(String[] args) throws Exception {
            var database = EmbeddedDatabase.start(Path.of(args[0]), 0);
            execute(database, "create table kept as select 42 as answer");
            System.out.println(READY);
            Thread.sleep(60_000);
        }
    }
}
