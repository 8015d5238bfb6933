package no.journeyledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private static final Duration STALL = Duration.ofMillis(300);

    private final AtomicLong served = new AtomicLong();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/counted", exchange -> {
            exchange.getRequestBody().readAllBytes();
            long number = served.incrementAndGet();
            exchange.getResponseHeaders().add("Ledger-Position", Long.toString(number));
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            // every second answer comes in chunks
            exchange.sendResponseHeaders(201, number % 2 == 0 ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/refused", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(422, -1);
            exchange.close();
        });
        server.createContext("/stalling", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (served.incrementAndGet() == 1) {
                sleep();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static void sleep() {
        try {
            Thread.sleep(STALL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private LoadGenerator generator(String path, int clients, LoadGenerator.Replies replies) {
        byte[] request = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}")
                .getBytes(StandardCharsets.US_ASCII);
        return new LoadGenerator(server.getAddress(), clients, number -> request, replies);
    }

    @Test
    void a_closed_loop_counts_exactly_what_the_server_accepted() throws IOException {
        var positions = new AtomicLong();
        Load load = generator(
                        "/counted",
                        8,
                        (number, due, arrived, reply) -> positions.addAndGet(
                                reply.number("ledger-position:").orElse(0)))
                .closedLoop(1_000L);

        assertThat(load.accepted()).isEqualTo(1_000).isEqualTo(served.get());
        assertThat(load.latency().getTotalCount()).isEqualTo(1_000);
        assertThat(positions.get()).isEqualTo(1_000L * 1_001 / 2);
    }

    @Test
    void in_an_open_loop_a_stall_is_charged_to_everyone_who_would_have_waited_in_it() throws IOException {
        Load load =
                generator("/stalling", 1, (number, due, arrived, reply) -> {}).openLoop(100, Duration.ofSeconds(1));

        assertThat(load.accepted()).isEqualTo(100);
        // With one client every request due during the stall waits for its end: a fifth of them at least.
        assertThat(load.milliseconds(80)).isGreaterThan(20);
        assertThat(load.milliseconds(99)).isGreaterThan(STALL.toMillis() * 0.9);
    }

    @Test
    void a_figure_with_refusals_in_it_is_no_figure() throws IOException {
        Load load =
                generator("/refused", 2, (number, due, arrived, reply) -> {}).closedLoop(10L);

        assertThat(load.accepted()).isZero();
        assertThatThrownBy(() -> load.allAccepted("refused")).hasMessageContaining("422");
    }
}
