package no.journeyledger.query.door;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.store.reads.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who reads, as the token says.
 *
 * @param id the random id of the person or worker
 * @param service the service a worker belongs to, {@code null} for a person
 * @param through the case app in between, {@code null} when none; it gives no right of its own
 * @param roles in what capacities
 * @param purpose why, when the token says so
 */
public record Reader(
        UUID id,
        @Nullable UUID service,
        @Nullable UUID through,
        Set<Role> roles,
        @Nullable Purpose purpose) {

    /** Whether this is a citizen in their own session, to whom other people's answers and words are closed. */
    public boolean isPerson() {
        return roles.contains(Role.PERSON);
    }

    /** The reader as Spring Security carries them. */
    static final class SignedIn extends AbstractAuthenticationToken {
        private static final long serialVersionUID = 1;

        private final transient Reader reader;

        SignedIn(Reader reader) {
            super(authorities(reader));
            this.reader = reader;
            setAuthenticated(true);
        }

        private static Collection<GrantedAuthority> authorities(Reader reader) {
            return reader.roles().stream()
                    .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.name()))
                    .toList();
        }

        @Override
        public String getCredentials() {
            return "";
        }

        @Override
        public Reader getPrincipal() {
            return reader;
        }
    }
}
