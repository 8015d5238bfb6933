package no.journeyledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was measured, as Markdown; every section is printed as soon as it is there. */
final class Report {

    /** One row of one table. */
    record Row(List<String> cells) {}

    private final boolean judges;
    private final StringBuilder text = new StringBuilder();

    /** A report; one whose figures mean nothing judges no goals. */
    Report(boolean judges) {
        this.judges = judges;
    }

    void heading(String heading) {
        add("\n## " + heading + "\n\n");
    }

    void paragraph(String paragraph) {
        add(paragraph + "\n\n");
    }

    void table(List<String> header, List<Row> rows) {
        var lines = new StringBuilder();
        lines.append(line(header));
        lines.append("|").append(" --- |".repeat(header.size())).append('\n');
        for (Row row : rows) {
            lines.append(line(row.cells()));
        }
        add(lines.append('\n').toString());
    }

    static Row row(String... cells) {
        return new Row(Arrays.asList(cells));
    }

    /** Says whether a goal was reached. */
    void goal(String goal, boolean reached, String measured) {
        if (!judges) {
            return;
        }
        add("- " + (reached ? "reached" : "**missed**") + ": " + goal + " (measured: " + measured + ")\n");
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private void add(String more) {
        System.out.print(more);
        System.out.flush();
        text.append(more);
    }

    void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    /** A figure with thousands separated by a space. */
    static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
