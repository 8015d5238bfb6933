package no.journeyledger.e2e;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.standalone.demo.DemoPeople;
import no.journeyledger.standalone.demo.Tokens;

/**
 * An identity provider that the services know by its public key alone, without asking it for anything: it signs bearer tokens
 * (RFC 7519, RS256), and they check the key, the issuer's name and the audience.
 */
final class SigningIssuer implements Tokens {

    /** The {@code iss} of every token. */
    static final String ISSUER = "https://issuer.localhost/investment-journey-ledger";

    private static final String AUDIENCE = "journey-ledger";

    private final PrivateKey key;
    private final Path publicKey;
    private final Clock clock;
    private final Duration validity;

    private SigningIssuer(PrivateKey key, Path publicKey, Clock clock, Duration validity) {
        this.key = key;
        this.publicKey = publicKey;
        this.clock = clock;
        this.validity = validity;
    }

    /**
     * Opens the issuer whose key lies in a folder; the first time, the key is made.
     *
     * @param folder where {@code issuer.key} and {@code issuer.pem} lie
     * @param validity how long a token is good for
     */
    static SigningIssuer in(Path folder, Clock clock, Duration validity) {
        try {
            Files.createDirectories(folder);
            Path secret = folder.resolve("issuer.key");
            Path open = folder.resolve("issuer.pem");
            if (Files.notExists(secret)) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                Path fresh = Files.createTempFile(
                        folder,
                        "issuer",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(fresh, generator.generateKeyPair().getPrivate().getEncoded());
                Files.move(fresh, secret);
            }
            var factory = KeyFactory.getInstance("RSA");
            var key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(secret)));
            var publicKey = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            Files.writeString(
                    open,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey.getEncoded())
                            + "\n-----END PUBLIC KEY-----\n");
            return new SigningIssuer(key, open, clock, validity);
        } catch (IOException e) {
            throw new UncheckedIOException("The issuer's key in " + folder + " cannot be read or made", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The issuer's key in " + folder + " is not an RSA key", e);
        }
    }

    /** The file with the public key, in PEM. */
    Path publicKey() {
        return publicKey;
    }

    /** A token for somebody who works for a service. */
    @Override
    public String worker(UUID worker, UUID service, String... roles) {
        return signed(claims(worker, "WORKER")
                .claim("service", service.toString())
                .claim("roles", List.of(roles))
                // Why they read, for a client that does not say so itself with each request.
                .claim("purpose", purposeOf(List.of(roles)))
                .build());
    }

    private static String purposeOf(List<String> roles) {
        if (roles.contains("AUDITOR")) {
            return "AUDIT";
        }
        return roles.contains("PRIVACY_OFFICER") ? "PRIVACY_REQUEST" : "FOLLOW_UP";
    }

    /** A token for a person in a session of their own. */
    @Override
    public String person(UUID person) {
        return signed(claims(person, "PERSON").claim("roles", List.of()).build());
    }

    /** A token for a case app that acts for a person (RFC 8693, {@code act}). */
    @Override
    public String personThrough(UUID person) {
        return signed(claims(person, "PERSON")
                .claim("roles", List.of())
                .claim("act", Map.of("sub", DemoPeople.CASE_APP.toString()))
                .build());
    }

    private JWTClaimsSet.Builder claims(UUID subject, String kind) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validity)))
                .claim("kind", kind);
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The issuer's key cannot sign", e);
        }
    }
}
