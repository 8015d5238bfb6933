package no.journeyledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.ConsentEvent.ConsentWithdrawn;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.query.testing.TestService;
import no.journeyledger.query.timeline.TimelineStreams;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A timeline followed as it grows: nothing missed, nothing twice, and nobody holds the service up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineStreamTest {

    private static final String TEAM = TestService.worker("TEAM");
    private static final String STREAM = "/v1/journeys/" + Story.JOURNEY + "/timeline/stream";
    private static final int MOST = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private TestLedger ledger;
    private TestService service;
    private TestService.Keys keys;
    private long last;

    @BeforeAll
    void tellTheStory(@TempDir Path folder) throws IOException {
        ledger = new TestLedger();
        keys = TestService.Keys.in(folder);
        var vault = keys.vault();
        for (Story.Step step : Story.whole(vault::seal)) {
            last = ledger.append(step.aggregate(), step.event()).lastPosition();
        }
        service = TestService.start(ledger, keys, "--ledger.streams.most=" + MOST);
        assertThat(service.get("/v1/journeys?min-position=" + last, TEAM).status())
                .isEqualTo(200);
    }

    @AfterAll
    void end() {
        http.close();
        service.close();
        ledger.close();
    }

    /** A stream as a browser reads it. */
    private final class Followed implements AutoCloseable {

        private static final String END = "(end)";

        private final HttpResponse<java.util.stream.Stream<String>> response;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        Followed(String token, String path, String... headers) throws Exception {
            this(service, token, path, headers);
        }

        Followed(TestService from, String token, String path, String... headers) throws Exception {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + from.port() + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream")
                    .header("Accept-Language", "en");
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
            Thread.ofVirtual().start(() -> {
                try {
                    response.body().forEach(lines::add);
                } catch (RuntimeException e) {
                    lines.add("broken: " + e);
                }
                lines.add(END);
            });
        }

        /** The next entry, or {@code null} when none comes in this time. */
        @Nullable
        JsonNode next(Duration atMost) throws InterruptedException {
            long until = System.nanoTime() + atMost.toNanos();
            String id = "";
            while (true) {
                String line = lines.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null || line.equals(END)) {
                    return null;
                }
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                }
                if (line.startsWith("data: ")) {
                    JsonNode entry = new JsonMapper().readTree(line.substring(6));
                    assertThat(entry.path("position").asString()).isEqualTo(id);
                    return entry;
                }
            }
        }

        List<Long> positionsTo(long position) throws InterruptedException {
            var positions = new ArrayList<Long>();
            while (positions.isEmpty() || positions.getLast() < position) {
                JsonNode entry = next(Duration.ofSeconds(10));
                assertThat(entry).as("after %s", positions).isNotNull();
                positions.add(entry == null ? 0 : entry.path("position").asLong());
            }
            return positions;
        }

        /** Whether the stream came to its end, rather than breaking off. */
        boolean ended(Duration atMost) throws InterruptedException {
            long until = System.nanoTime() + atMost.toNanos();
            String line;
            do {
                line = lines.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line != null && line.startsWith("broken")) {
                    return false;
                }
            } while (line != null && !line.equals(END));
            return line != null;
        }

        @Override
        public void close() {
            response.body().close();
        }
    }

    private List<Long> pages(String token) {
        var positions = new ArrayList<Long>();
        String cursor = "";
        do {
            JsonNode page = service.get(
                            "/v1/journeys/" + Story.JOURNEY + "/timeline?limit=200&min-position=" + last + cursor,
                            token)
                    .json();
            page.at("/items").forEach(item -> positions.add(item.at("/position").asLong()));
            cursor = page.has("next") ? "&cursor=" + page.at("/next").asString() : null;
        } while (cursor != null);
        return positions;
    }

    private long consent() {
        last = ledger.append(
                        Story.JOURNEY,
                        new ConsentGiven(UUID.randomUUID(), Story.MIA, TestLedger.SERVICE, "health", "a plan", null))
                .lastPosition();
        return last;
    }

    private void allClosed() throws InterruptedException {
        var streams = service.bean(TimelineStreams.class);
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (streams.open() > 0 && System.nanoTime() < until) {
            consent();
            Thread.sleep(20);
        }
        assertThat(streams.open())
                .as("streams whose readers have gone are let go")
                .isZero();
    }

    @Test
    void a_timeline_is_told_from_the_beginning_and_goes_on_as_it_grows() throws Exception {
        List<Long> before = pages(TEAM);
        try (var followed = new Followed(TEAM, STREAM)) {
            assertThat(followed.response.statusCode()).isEqualTo(200);
            assertThat(followed.response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(followed.positionsTo(before.getLast())).isEqualTo(before);
            for (int i = 0; i < 20; i++) {
                long recorded = consent();
                JsonNode entry = followed.next(Duration.ofSeconds(5));
                if (entry == null) {
                    throw new AssertionError("nothing came of position " + recorded);
                }
                assertThat(entry.path("position").asLong()).isEqualTo(recorded);
                assertThat(entry.path("type").asString()).isEqualTo("journey.consent-given");
                assertThat(entry.path("citizen").asString()).isNotBlank();
            }
        }
        allClosed();
    }

    @Test
    void whoever_comes_back_goes_on_after_the_last_they_received() throws Exception {
        List<Long> all = pages(TEAM);
        long middle = all.get(all.size() / 2);
        List<Long> rest = all.subList(all.size() / 2 + 1, all.size());
        try (var followed = new Followed(TEAM, STREAM + "?from=1", "Last-Event-ID", Long.toString(middle))) {
            assertThat(followed.positionsTo(rest.getLast())).isEqualTo(rest);
        }
        try (var followed = new Followed(TEAM, STREAM + "?from=" + middle)) {
            assertThat(followed.positionsTo(rest.getLast())).isEqualTo(rest);
        }
        allClosed();
    }

    @Test
    void a_person_follows_only_what_is_theirs_to_see() throws Exception {
        String mia = TestService.person(Story.MIA);
        List<Long> hers = pages(mia);
        try (var followed = new Followed(mia, STREAM)) {
            assertThat(followed.positionsTo(hers.getLast())).isEqualTo(hers);
        }
        allClosed();
        assertThat(service.get(STREAM, TestService.person(UUID.randomUUID())).status())
                .isEqualTo(404);
        assertThat(service.get(STREAM, TestService.worker("FUND_MANAGER")).status())
                .isEqualTo(403);
        assertThat(service.get(STREAM + "?from=yesterday", TEAM).status()).isEqualTo(400);
        assertThat(service.get(
                                STREAM.replace(
                                        Story.JOURNEY.toString(),
                                        UUID.randomUUID().toString()),
                                TEAM)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_stream_ends_with_the_consent_it_rests_on_and_the_next_entry_is_not_told() throws Exception {
        var elsewhere = UUID.randomUUID();
        var consent = UUID.randomUUID();
        String worker = TestService.workerOf(UUID.randomUUID(), elsewhere, "FOLLOW_UP", "TEAM");
        last = ledger.append(Story.JOURNEY, new ConsentGiven(consent, Story.MIA, elsewhere, "all", "a plan", null))
                .lastPosition();
        try (var followed = new Followed(worker, STREAM + "?from=" + (last - 1))) {
            assertThat(followed.response.statusCode()).isEqualTo(200);
            assertThat(followed.positionsTo(last)).containsExactly(last);
            last = ledger.append(Story.JOURNEY, new ConsentWithdrawn(consent)).lastPosition();
            assertThat(followed.next(Duration.ofSeconds(5)))
                    .as("not told any more")
                    .isNull();
        }
        assertThat(service.get(STREAM, worker).status()).isEqualTo(403);
        allClosed();
    }

    @Test
    void no_more_than_so_many_follow_at_a_time_and_the_next_is_told_to_come_back() throws Exception {
        var open = new ArrayList<Followed>();
        for (int i = 0; i < MOST; i++) {
            open.add(new Followed(TEAM, STREAM));
        }
        var answer = service.get(STREAM, TEAM);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(answer.json().path("type").asString()).endsWith(":too-many-streams");
        open.forEach(Followed::close);
        allClosed();
    }

    @Test
    void a_stream_ends_when_the_service_stops_and_does_not_hold_it_up() throws Exception {
        var other = TestService.start(ledger, keys);
        try (var followed = new Followed(other, TEAM, STREAM + "?from=" + last)) {
            long began = System.nanoTime();
            other.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(followed.ended(Duration.ofSeconds(5))).as("to its end").isTrue();
        }
    }

    @Test
    void a_reader_who_takes_nothing_is_let_go_and_misses_nothing_when_back() throws Exception {
        var impatient = TestService.start(ledger, keys, "--server.tomcat.connection-timeout=1s");
        var streams = impatient.bean(TimelineStreams.class);
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), impatient.port()));
            socket.getOutputStream()
                    .write(("GET " + STREAM + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TEAM
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (streams.open() == 0 && System.nanoTime() < until) {
                Thread.sleep(10);
            }
            assertThat(streams.open()).isOne();
            // More than fits between the two, however large the system makes its buffers.
            String much = "m".repeat(15_000);
            while (streams.open() > 0 && System.nanoTime() < until) {
                for (int i = 0; i < 50; i++) {
                    last = ledger.append(
                                    Story.JOURNEY,
                                    new ConsentGiven(
                                            UUID.randomUUID(), Story.MIA, TestLedger.SERVICE, "health", much, null))
                            .lastPosition();
                }
            }
            assertThat(streams.open()).as("let go").isZero();
        } finally {
            impatient.close();
        }
    }
}
