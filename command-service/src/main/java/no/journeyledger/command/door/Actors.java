package no.journeyledger.command.door;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.events.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The one place where a token becomes an {@link Actor}. Claims: {@code sub} the random id, {@code kind} PERSON or WORKER,
 * {@code service} for a worker, {@code act.sub} the case app in between if any (RFC 8693), {@code roles} for a worker.
 */
final class Actors {

    private Actors() {}

    /**
     * Reads the caller out of a verified token.
     *
     * @throws BadJwtException when a claim is missing or malformed; the message names the claim, never its value
     */
    static Caller of(Jwt token) {
        UUID id = id("sub", token.getClaim("sub"));
        UUID through = through(token.getClaim("act"));
        return switch (String.valueOf(token.getClaimAsString("kind"))) {
            // A person is never also a worker in the same session, whatever roles the token may carry.
            case "PERSON" -> new Caller(new Actor(id, Actor.Kind.PERSON, null, through), Set.of(Role.PERSON));
            case "WORKER" ->
                new Caller(
                        new Actor(id, Actor.Kind.WORKER, id("service", token.getClaim("service")), through),
                        roles(token.getClaim("roles")));
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

    private static Set<Role> roles(@Nullable Object claim) {
        var roles = EnumSet.noneOf(Role.class);
        if (claim instanceof List<?> names) {
            for (Role role : Role.values()) {
                if (role != Role.PERSON && names.contains(role.name())) {
                    roles.add(role);
                }
            }
        }
        return Collections.unmodifiableSet(roles);
    }

    private static UUID id(String claim, @Nullable Object value) {
        return Ids.parse(value instanceof String text ? text : "")
                .orElseThrow(() -> new BadJwtException("claim " + claim));
    }
}
