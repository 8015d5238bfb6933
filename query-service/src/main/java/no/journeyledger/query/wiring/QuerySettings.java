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
     * Whose tokens are believed: those signed with a key that is given here, or those of an issuer that publishes its keys.
     *
     * @param publicKey where the issuer's public key lies, in PEM
     * @param issuer the issuer's name; with a public key the {@code iss} of its tokens, without one its address
     */
    public record Jwt(@Nullable String publicKey, @Nullable String issuer) {}

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
