package no.journeyledger.command.wiring;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the tamper-evident log. In the environment they are named in capitals, {@code LEDGER_LOG_ORIGIN} for
 * {@code ledger.log.origin} and so on.
 *
 * @param sealing whether this instance takes part in sealing; any number may, one of them leads
 * @param interval how long events are gathered before they are sealed
 * @param origin the log's name, e.g. {@code ledger.municipality.example/journeys}; once begun a log keeps its name, and
 *     without this setting one is invented
 * @param signer the signer's keys and memory
 * @param witness who is handed every checkpoint
 */
@ConfigurationProperties("ledger.log")
public record LogSettings(
        @DefaultValue("true") boolean sealing,
        @DefaultValue("500ms") Duration interval,
        @Nullable String origin,
        @DefaultValue Signer signer,
        @DefaultValue Witnesses witness) {

    /**
     * The signer.
     *
     * @param dir the folder of its keys and its memory, outside the database and its backups; left out, {@code log-signer}
     *     in the folder of the persons' keys
     */
    public record Signer(@Nullable String dir) {}

    /**
     * The witnesses.
     *
     * @param dir a directory that keeps every checkpoint, out of reach of whoever rules the database
     * @param http witnesses spoken to over HTTP
     */
    public record Witnesses(
            @Nullable String dir, @DefaultValue List<Http> http) {}

    /**
     * A witness over HTTP (C2SP tlog-witness).
     *
     * @param url its submission prefix
     * @param key its public key, {@code name+id+base64}
     */
    public record Http(String url, String key) {}
}
