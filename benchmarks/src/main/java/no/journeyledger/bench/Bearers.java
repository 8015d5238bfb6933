package no.journeyledger.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Signs the bearer tokens of the workers who send the commands. */
final class Bearers {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final Duration VALID = Duration.ofHours(6);

    private final KeyPair keys;

    Bearers() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.keys = generator.generateKeyPair();
    }

    /** Writes the public key for the services to verify with. */
    Path publicKey(Path directory) throws IOException {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        return Files.writeString(directory.resolve("bearers.pem"), pem);
    }

    /** A worker's token. */
    String worker(UUID worker, UUID service, List<String> roles) throws GeneralSecurityException {
        Instant now = Instant.now();
        String claims = """
                {"iss":"journey-ledger","aud":"journey-ledger","sub":"%s","kind":"WORKER","service":"%s",\
                "act":{"sub":"%s"},"roles":[%s],"iat":%d,"exp":%d}""".formatted(
                        worker,
                        service,
                        new UUID(0x7000, 0x8000000000000001L),
                        roles.stream().map(role -> '"' + role + '"').collect(Collectors.joining(",")),
                        now.getEpochSecond(),
                        now.plus(VALID).getEpochSecond());
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64URL.encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
