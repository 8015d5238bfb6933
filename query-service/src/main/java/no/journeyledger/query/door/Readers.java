package no.journeyledger.query.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.store.reads.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * The one place where a token becomes a {@link Reader}. Claims: {@code sub} the random id, {@code kind} PERSON or WORKER,
 * {@code service}, {@code roles} and perhaps {@code purpose} of a worker, {@code act.sub} the case app in between if any. A token that was verified is believed for a short while without verifying
 * its signature again, never beyond its own expiry.
 */
final class Readers implements AuthenticationManager {

    private static final Duration BELIEVED_FOR = Duration.ofSeconds(30);
    private static final int REMEMBERED = 10_000;

    private record Verified(
            Reader.SignedIn signedIn, @Nullable Instant expiresAt) {}

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(BELIEVED_FOR)
            .build();

    Readers(JwtDecoder decoder, Clock clock) {
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
            var signedIn = new Reader.SignedIn(of(token));
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

    static Reader of(Jwt token) {
        UUID id = id("sub", token.getClaim("sub"));
        UUID through = through(token.getClaim("act"));
        return switch (String.valueOf(token.<Object>getClaim("kind"))) {
            // A person is never also a worker in the same session, whatever roles the token may carry.
            case "PERSON" -> new Reader(id, null, through, Set.of(Role.PERSON), null);
            case "WORKER" ->
                new Reader(
                        id,
                        id("service", token.getClaim("service")),
                        through,
                        roles(token.getClaim("roles")),
                        purpose(token.getClaim("purpose")));
            default -> throw new BadJwtException("claim kind");
        };
    }

    private static @Nullable UUID through(@Nullable Object act) {
        if (act == null) {
            return null;
        }
        if (act instanceof Map<?, ?> claims) {
            return id("act.sub", claims.get("sub"));
        }
        throw new BadJwtException("claim act");
    }

    private static @Nullable Purpose purpose(@Nullable Object claim) {
        if (claim == null) {
            return null;
        }
        return Purposes.named(claim.toString()).orElseThrow(() -> new BadJwtException("claim purpose"));
    }

    private static Set<Role> roles(@Nullable Object claim) {
        var roles = EnumSet.noneOf(Role.class);
        if (claim instanceof List<?> names) {
            for (Role role : Role.values()) {
                if (role != Role.PERSON && names.contains(role.name())) {
                    roles.add(role);
                }
            }
        }
        return Set.copyOf(roles);
    }

    private static UUID id(String claim, @Nullable Object value) {
        return Ids.parse(value instanceof String text ? text : "")
                .orElseThrow(() -> new BadJwtException("claim " + claim));
    }
}
