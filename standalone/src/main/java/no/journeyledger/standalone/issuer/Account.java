package no.journeyledger.standalone.issuer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param id their random id, the {@code sub} of their tokens
 * @param name what they sign in with, besides their id
 * @param is who they are, in words for whoever chooses
 * @param service the service they work for; {@code null} for a citizen
 * @param roles what they may do there
 */
public record Account(
        UUID id, String name, String is, @Nullable UUID service, List<String> roles) {

    public Account {
        roles = List.copyOf(roles);
    }

    /** A citizen of whom nothing is known but the id. */
    static Account citizen(UUID id) {
        return new Account(id, id.toString(), "citizen", null, List.of());
    }

    /** Why they read, for a client that does not say so itself with each request. */
    @Nullable
    String purpose() {
        if (service == null) {
            return null;
        }
        if (roles.contains("AUDITOR")) {
            return "AUDIT";
        }
        return roles.contains("PRIVACY_OFFICER") ? "PRIVACY_REQUEST" : "FOLLOW_UP";
    }
}
