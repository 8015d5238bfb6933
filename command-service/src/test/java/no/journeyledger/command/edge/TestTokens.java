package no.journeyledger.command.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tokens as an issuer gives them, signed by a key made for the test. */
final class TestTokens {

    static final String ISSUER = "https://issuer.test";

    private final KeyPair keys;

    TestTokens() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the public key where the service reads it. */
    Path publicKeyIn(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("issuer.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(keys.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    /** The public key as bytes, which anybody can have. */
    byte[] publicKeyBytes() {
        return keys.getPublic().getEncoded();
    }

    String worker(UUID id, UUID service, String... roles) {
        return token(claims -> claims.subject(id.toString())
                .claim("kind", "WORKER")
                .claim("service", service.toString())
                .claim("roles", List.of(roles)));
    }

    String person(UUID id) {
        return token(claims -> claims.subject(id.toString()).claim("kind", "PERSON"));
    }

    String personThrough(UUID id, UUID app) {
        return token(claims ->
                claims.subject(id.toString()).claim("kind", "PERSON").claim("act", Map.of("sub", app.toString())));
    }

    String token(UnaryOperator<JWTClaimsSet.Builder> claims) {
        return token(claims, null);
    }

    /** A token, signed by another key if one is given. */
    String token(UnaryOperator<JWTClaimsSet.Builder> claims, @Nullable TestTokens forger) {
        var now = Instant.now();
        var builder = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("journey-ledger")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
        try {
            var token = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.RS256), claims.apply(builder).build());
            token.sign(new RSASSASigner((forger == null ? this : forger).keys.getPrivate()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
