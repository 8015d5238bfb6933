package no.journeyledger.standalone.population;

import static no.journeyledger.standalone.population.Story.body;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.journeyledger.standalone.demo.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the ledger of synthetic citizens, from the door to measured benefits, what happened with each of them on the day it
 * happened. Every id and idempotency key follows from the seed, so telling the same population again on the same day records
 * nothing, and telling a larger one adds the citizens that are new.
 */
public final class Population {

    static final String PURPOSE = "synthetic population";
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final long FUND_ORE = 10_000_000_000_000L;
    private static final int YEARS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI commands;
    private final Tokens tokens;
    private final LocalDate today;
    private final long seed;
    private final Rate rate;
    private final JsonMapper json = new JsonMapper();

    /**
     * What came of telling them.
     *
     * @param citizens how many were told of to the end
     * @param commands how many commands were accepted
     * @param problems what turned commands away, by the name of the problem and the call
     */
    public record Told(int citizens, long commands, Map<String, Integer> problems) {

        Told and(Told other) {
            var all = new TreeMap<>(problems);
            other.problems.forEach((problem, times) -> all.merge(problem, times, Integer::sum));
            return new Told(citizens + other.citizens, commands + other.commands, all);
        }
    }

    /**
     * Prepares to tell; nothing is sent yet.
     *
     * @param commands where command-service listens
     * @param tokens who issues tokens for the synthetic people
     * @param clock tells the day
     * @param seed which population
     */
    public Population(URI commands, Tokens tokens, Clock clock, long seed) {
        this(commands, tokens, LocalDate.now(clock.withZone(OSLO)), seed, Rate.UNBOUNDED);
    }

    private Population(URI commands, Tokens tokens, LocalDate today, long seed, Rate rate) {
        this.commands = commands;
        this.tokens = tokens;
        this.today = today;
        this.seed = seed;
        this.rate = rate;
    }

    /** The same population, told no faster than so many commands a second. */
    public Population atMost(int commandsPerSecond) {
        return new Population(commands, tokens, today, seed, new Rate(commandsPerSecond));
    }

    /**
     * Tells of the first so many citizens.
     *
     * @param citizens how many
     * @param atOnce of how many leaders' citizens at a time
     * @throws IllegalStateException when the ledger does not answer, or turns a fund away
     */
    public Told tell(int citizens, int atOnce) {
        return tell(0, citizens, atOnce);
    }

    /**
     * Tells of some citizens.
     *
     * @param from the first of them; a multiple of fifty, since a leader's citizens are told of together
     * @param until the first after them
     * @param atOnce of how many leaders' citizens at a time
     * @throws IllegalStateException when the ledger does not answer, or turns a fund away
     */
    public Told tell(int from, int until, int atOnce) {
        if (from % Around.CITIZENS != 0) {
            throw new IllegalArgumentException("a leader's " + Around.CITIZENS + " citizens are told of together");
        }
        List<Around> leaders = IntStream.range(from / Around.CITIZENS, Math.ceilDiv(until, Around.CITIZENS))
                .mapToObj(leader -> new Around(seed, leader))
                // Those told of at a time are of different districts: a fund takes one decision after another.
                .sorted(Comparator.comparingInt(around -> around.leader() % Around.LEADERS))
                .toList();
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var tellers = Executors.newFixedThreadPool(
                        atOnce, Thread.ofVirtual().name("population-", 0).factory())) {
            var districts = new TreeMap<Integer, Around>();
            leaders.forEach(around -> districts.putIfAbsent(around.district(), around));
            for (Around district : districts.values()) {
                fund(http, district, "health", district.healthFund(), district.health());
                fund(http, district, "labour", district.labourFund(), district.labour());
            }
            var telling = new ArrayList<Future<Told>>();
            for (Around around : leaders) {
                int first = around.leader() * Around.CITIZENS;
                telling.add(tellers.submit(() -> new Caseload(
                                http,
                                commands,
                                tokens,
                                json,
                                rate,
                                around,
                                IntStream.range(first, Math.min(until, first + Around.CITIZENS))
                                        .mapToObj(number -> Drawn.of(seed, number))
                                        .toList(),
                                today)
                        .tell()));
            }
            var told = new Told(0, 0, Map.of());
            for (Future<Told> one : telling) {
                told = told.and(one.get());
            }
            return told;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("telling the ledger of a population was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ledger could not be told of a population", e.getCause());
        } catch (IOException e) {
            throw new IllegalStateException("the ledger could not be told of a population's funds", e);
        }
    }

    /** A district's fund, with money in every year that is told of. Told in another year it goes on with the same fund. */
    private void fund(HttpClient http, Around district, String name, UUID fund, UUID owner)
            throws IOException, InterruptedException {
        String keeper = district.keeper(tokens);
        String key = "synthetic-" + seed + "-" + name + "-" + district.district();
        post(
                http,
                keeper,
                key,
                "2015-01-01T08:00:00Z",
                "/v1/funds",
                body("fund", fund, "name", "Synthetic " + name + " fund", "owners", List.of(owner)));
        for (int year = today.getYear() - YEARS + 1; year <= today.getYear(); year++) {
            post(
                    http,
                    keeper,
                    key + "-" + year,
                    year + "-01-01T08:00:00Z",
                    "/v1/funds/" + fund + "/contributions",
                    body("organisation", owner, "year", year, "amountOre", FUND_ORE));
        }
    }

    private void post(
            HttpClient http, String token, String key, String effectiveAt, String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(commands.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .header("Effective-At", effectiveAt)
                .header("Purpose", PURPOSE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode answer = json.readTree(response.body());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(problem(answer) + " at " + path);
        }
    }

    /** The name of a problem. */
    static String problem(JsonNode answer) {
        String type = answer.path("type").asString("");
        return type.substring(type.lastIndexOf(':') + 1);
    }
}
