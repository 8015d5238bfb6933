package no.journeyledger.query.door;

import com.nimbusds.jose.RemoteKeySourceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;

/** Whether a token is good cannot be said: the issuer that would publish its key does not answer. */
final class IssuerSilent extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    IssuerSilent() {
        super("the issuer does not answer");
    }

    /** Whether this is why a token could not be verified. */
    static boolean isWhy(RuntimeException failure) {
        return failure instanceof JwtDecoderInitializationException
                || failure.getCause() instanceof RemoteKeySourceException;
    }
}
