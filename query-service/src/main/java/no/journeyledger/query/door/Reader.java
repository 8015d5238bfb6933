package no.journeyledger.query.door;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who reads, as the token says.
 *
 * @param id the random id of the person or worker
 * @param service the service a worker belongs to, {@code null} for a person
 * @param roles in what capacities
 */
public record Reader(UUID id, @Nullable UUID service, Set<Role> roles) {

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
