package no.journeyledger.command.wiring;

import java.time.Duration;
import no.journeyledger.store.LedgerSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the command service. In the environment they are named in capitals, {@code LEDGER_DB_URL} for
 * {@code ledger.db.url} and so on.
 *
 * @param db the database
 * @param owner who migrates the schema; left out when somebody else migrates
 * @param writer who appends
 * @param reader whose password the migration sets, if it is to set it
 * @param sealer who seals the log
 * @param kek the key-encryption key
 * @param keys the persons' keys
 * @param municipality four-digit municipality number
 * @param jwt whose tokens are believed
 * @param query where the query service answers
 * @param limits how much one client may ask for
 * @param reads the log of what was read
 */
@ConfigurationProperties("ledger")
public record LedgerSettings(
        @DefaultValue Db db,
        @DefaultValue Login owner,
        @DefaultValue Login writer,
        @DefaultValue Login reader,
        @DefaultValue Login sealer,
        @DefaultValue Kek kek,
        @DefaultValue Keys keys,
        @DefaultValue("0000") String municipality,
        @DefaultValue Jwt jwt,
        @DefaultValue Query query,
        @DefaultValue Limits limits,
        @DefaultValue Reads reads) {

    /**
     * The database.
     *
     * @param url its JDBC address, {@code jdbc:postgresql://host:port/database}
     */
    public record Db(@Nullable String url) {}

    /** A database role and its password; a role without a password is trusted by where it comes from. */
    public record Login(@Nullable String user, @Nullable String password) {

        String userOr(String standard) {
            return user == null || user.isBlank() ? standard : user;
        }

        boolean isGiven() {
            return user != null && !user.isBlank();
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return "Login[user=" + userOr("") + "]";
        }
    }

    /**
     * The key-encryption key.
     *
     * @param file its file, outside the data folder
     */
    public record Kek(@Nullable String file) {}

    /**
     * The persons' keys.
     *
     * @param dir their folder, kept apart from the database and its backups
     */
    public record Keys(@Nullable String dir) {}

    /**
     * How much one client may ask for, on one instance; 0 for as much as comes.
     *
     * @param requestsPerSecond how many requests a second go on for ever; for a moment twice as many go
     */
    public record Limits(@DefaultValue("1000") int requestsPerSecond) {}

    /**
     * The log of what was read.
     *
     * @param anchoredEvery how often its newest hash is recorded in the ledger, when it has grown
     */
    public record Reads(@DefaultValue("1m") Duration anchoredEvery) {}

    /**
     * Whose tokens are believed: those signed with a key that is given here, or those of an issuer that publishes its keys.
     *
     * @param publicKey where the issuer's public key lies, in PEM
     * @param issuer the issuer's name; with a public key the {@code iss} of its tokens, without one its address
     * @param audience whom tokens must be meant for
     * @param clockSkewSeconds by how much the issuer's clock may differ
     */
    public record Jwt(
            @Nullable String publicKey,
            @Nullable String issuer,
            @DefaultValue("journey-ledger") String audience,
            @DefaultValue("30") int clockSkewSeconds) {}

    /**
     * The query service.
     *
     * @param url where clients find it, for links to proofs; left out when both services stand behind one address
     */
    public record Query(@DefaultValue("") String url) {}

    /** The role that seals. */
    String sealerUser() {
        return sealer.userOr(LedgerSchema.SEALER);
    }

    /** The role that appends. */
    String writerUser() {
        return writer.userOr(LedgerSchema.WRITER);
    }
}
