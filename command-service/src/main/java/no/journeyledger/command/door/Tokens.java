package no.journeyledger.command.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Verifies bearer tokens. A token that was verified is believed for a short while without verifying its signature again,
 * and never beyond its own expiry.
 */
final class Tokens implements AuthenticationManager {

    private static final Duration BELIEVED_FOR = Duration.ofSeconds(30);
    private static final int REMEMBERED = 10_000;

    private record Verified(SignedIn signedIn, @Nullable Instant expiresAt) {}

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(BELIEVED_FOR)
            .build();

    Tokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        if (!(authentication instanceof BearerTokenAuthenticationToken bearer)) {
            throw new InvalidBearerTokenException("not a bearer token");
        }
        Verified known = verified.getIfPresent(bearer.getToken());
        if (known != null && (known.expiresAt() == null || clock.instant().isBefore(known.expiresAt()))) {
            return known.signedIn();
        }
        try {
            Jwt token = decoder.decode(bearer.getToken());
            var signedIn = new SignedIn(Actors.of(token));
            verified.put(bearer.getToken(), new Verified(signedIn, token.getExpiresAt()));
            return signedIn;
        } catch (JwtException | JwtDecoderInitializationException e) {
            if (IssuerSilent.isWhy(e)) {
                throw new IssuerSilent();
            }
            // Why is logged nowhere and told nobody: whoever forges a token learns nothing from it.
            throw new InvalidBearerTokenException("token refused");
        }
    }
}
