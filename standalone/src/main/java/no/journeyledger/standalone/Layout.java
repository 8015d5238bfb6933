package no.journeyledger.standalone;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the standalone keeps its things and where it listens.
 *
 * @param data the folder of the database
 * @param keys the folder of every key: deliberately not inside {@code data}, so that a copy of the data without the keys
 *     is unreadable
 * @param commandPort the port of command-service
 * @param queryPort the port of query-service
 * @param issuerPort the port of the issuer of tokens
 * @param tokenMinutes how long a token is good for
 * @param databasePort the port of PostgreSQL, 0 for any free one
 * @param demo whether the demonstration cases are loaded
 * @param population how many synthetic citizens the ledger is told of, 0 for none
 * @param populationSeed which synthetic population
 */
record Layout(
        Path data,
        Path keys,
        int commandPort,
        int queryPort,
        int issuerPort,
        int tokenMinutes,
        int databasePort,
        boolean demo,
        int population,
        int populationSeed) {

    /** Reads the layout from the environment. */
    static Layout from(Map<String, String> environment) {
        var data = Path.of(environment.getOrDefault("LEDGER_DATA_DIR", "ledger-data"))
                .toAbsolutePath()
                .normalize();
        var keys = Path.of(environment.getOrDefault("LEDGER_KEYS_DIR", "ledger-keys"))
                .toAbsolutePath()
                .normalize();
        if (keys.startsWith(data)) {
            throw new CannotStart("The keys folder " + keys + " lies inside the data folder " + data
                    + "; set LEDGER_KEYS_DIR to a folder outside it, so that no copy of the data carries its keys.");
        }
        return new Layout(
                data,
                keys,
                port(environment, "LEDGER_COMMAND_PORT", 8080),
                port(environment, "LEDGER_QUERY_PORT", 8081),
                port(environment, "LEDGER_ISSUER_PORT", 8082),
                Math.max(1, number(environment, "LEDGER_ISSUER_TOKEN_MINUTES", 15, 1_440)),
                port(environment, "LEDGER_DB_PORT", 0),
                !environment.getOrDefault("LEDGER_DEMO", "true").equals("false"),
                number(environment, "LEDGER_POPULATION", 0, MOST_CITIZENS),
                number(environment, "LEDGER_POPULATION_SEED", 1, 65_535));
    }

    private static final int MOST_CITIZENS = 1_000_000;

    private static int number(Map<String, String> environment, String name, int otherwise, int most) {
        String given = environment.get(name);
        if (given == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(given);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw new CannotStart(name + " is '" + given + "'; set it to a number from 0 to " + most + ".");
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String given = environment.get(name);
        if (given == null) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(given);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw new CannotStart(name + " is '" + given + "'; set it to a port number from 0 to 65535.");
    }
}
