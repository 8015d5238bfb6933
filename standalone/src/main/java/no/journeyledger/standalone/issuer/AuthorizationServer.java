package no.journeyledger.standalone.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The issuer of tokens, running on the loopback address. */
public final class AuthorizationServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final URI address;

    private AuthorizationServer(ConfigurableApplicationContext context, URI address) {
        this.context = context;
        this.address = address;
    }

    /** Its address at a port, which is also its name, the {@code iss} of its tokens. */
    public static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A port that is free at this moment, since its own name has to be known before it listens. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
    }

    /**
     * Starts it.
     *
     * @param folder where its keys and secrets lie
     * @param port where it listens
     * @param people who can sign in
     * @param caseApp the id of the services' case app
     * @param validity how long a token is good for
     */
    public static AuthorizationServer start(Path folder, int port, People people, UUID caseApp, Duration validity) {
        URI address = address(port);
        var given = new IssuerWiring.Given(address, folder, people, caseApp, validity);
        return new AuthorizationServer(
                new SpringApplicationBuilder(IssuerWiring.class)
                        .bannerMode(Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .registerShutdownHook(false)
                        .properties(
                                "spring.config.name=issuer",
                                "spring.application.name=issuer",
                                "spring.threads.virtual.enabled=true",
                                "spring.jmx.enabled=false",
                                "spring.web.resources.add-mappings=false",
                                "server.address=127.0.0.1",
                                "server.servlet.session.cookie.name=LEDGER_ISSUER",
                                "server.servlet.session.timeout=10m")
                        .initializers(opening -> opening.getBeanFactory().registerSingleton("given", given))
                        .run("--server.port=" + port),
                address);
    }

    /** Its address, which is also its name. */
    public URI address() {
        return address;
    }

    /**
     * From now on a new key signs, also when the issuer runs already; the one before it is still published.
     *
     * @param folder where its keys and secrets lie
     */
    public static void changeKey(Path folder) {
        try {
            SigningKeys.in(keys(folder)).change();
        } catch (IOException e) {
            throw new UncheckedIOException("The issuer's new key cannot be kept", e);
        }
    }

    static Path keys(Path folder) {
        return folder.resolve("keys");
    }

    @Override
    public void close() {
        context.close();
    }
}
