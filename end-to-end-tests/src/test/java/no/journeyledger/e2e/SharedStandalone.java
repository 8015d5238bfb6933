package no.journeyledger.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One standalone with the demonstration's cases for all tests that do not need one of their own. */
final class SharedStandalone implements ParameterResolver {

    /** What is kept until the last test is done. */
    private record Kept(StandaloneProcess standalone, Path folder) implements AutoCloseable {
        static Kept start() {
            try {
                Path folder = Files.createTempDirectory("ledger-shared");
                return new Kept(StandaloneProcess.withDemo(folder).start(), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            standalone.close();
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StandaloneProcess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent("standalone", name -> Kept.start(), Kept.class)
                .standalone();
    }
}
