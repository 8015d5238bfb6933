package no.journeyledger.query.wiring;

import no.journeyledger.query.projection.ViewsSchema;
import no.journeyledger.store.LedgerSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the query service. In the environment they are named in capitals, {@code LEDGER_DB_URL} for
 * {@code ledger.db.url} and so on.
 *
 * @param db the database
 * @param owner who migrates the schemas; left out when somebody else migrates
 * @param writer whose password the migration of the ledger sets, if it is to set it
 * @param reader who reads the ledger
 * @param views who writes and reads the views
 * @param kek the key-encryption key
 * @param keys the persons' keys
 * @param municipality the municipality whose ledger this is
 * @param jwt whose tokens are believed
 * @param limits how much one client may ask for
 * @param streams timelines that are followed
 */
@ConfigurationProperties("ledger")
public record QuerySettings(
        @DefaultValue Db db,
        @DefaultValue Login owner,
        @DefaultValue Login writer,
        @DefaultValue Login reader,
        @DefaultValue Login views,
        @DefaultValue Kek kek,
        @DefaultValue Keys keys,
        @DefaultValue("0000") String municipality,
        @DefaultValue Jwt jwt,
        @DefaultValue Limits limits,
        @DefaultValue Streams streams) {

    /**
     * The database.
     *
     * @param url its JDBC address, {@code jdbc:postgresql://host:port/database}
     */
    public record Db(@Nullable String url) {}

    /**
     * A database role and its password; a role without a password is trusted by where it comes from.
     *
     * @param user the role
     * @param password its password
     */
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
     * @param personsPerHour of how many different persons one worker may read within an hour
     */
    public record Limits(
            @DefaultValue("1000") int requestsPerSecond,
            @DefaultValue("200") int personsPerHour) {}

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
     * Timelines that are followed.
     *
     * @param most how many at a time
     */
    public record Streams(@DefaultValue("200") int most) {}

    String readerUser() {
        return reader.userOr(LedgerSchema.READER);
    }

    String viewsUser() {
        return views.userOr(ViewsSchema.WRITER);
    }
}
