package no.journeyledger.standalone.issuer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What stands in a token, decided by who asked for it (promise 21). People's own sessions give a token meant for the ledger,
 * with nobody in between. What the case app gets when somebody signs in with it is meant for the case app and is refused by the
 * ledger; it has to be exchanged, and what comes of that says {@code act}, whatever the request said. A token of people's own
 * sessions is exchanged by nobody, so there is no reason to let a case app have it.
 */
final class WhatTokensSay implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** Whom the ledger's tokens are meant for. */
    static final String LEDGER = "journey-ledger";

    private static final String ACT = "act";

    private final People people;
    private final UUID caseApp;
    private final OAuth2AuthorizationService granted;

    WhatTokensSay(People people, UUID caseApp, OAuth2AuthorizationService granted) {
        this.people = people;
        this.caseApp = caseApp;
        this.granted = granted;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        AuthorizationGrantType grant = context.getAuthorizationGrantType();
        boolean ownSession = context.getRegisteredClient().getClientId().equals(Clients.OWN_SESSION);
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        context.getClaims().claims(claims -> claims.remove(ACT));
        if (ownSession && AuthorizationGrantType.AUTHORIZATION_CODE.equals(grant)) {
            who(context, LEDGER);
        } else if (!ownSession && AuthorizationGrantType.AUTHORIZATION_CODE.equals(grant)) {
            who(context, Clients.CASE_APP);
        } else if (!ownSession && AuthorizationGrantType.TOKEN_EXCHANGE.equals(grant)) {
            needItsOwn(context);
            who(context, LEDGER);
            context.getClaims().claim(ACT, Map.of(JwtClaimNames.SUB, caseApp.toString()));
        } else if (!ownSession && AuthorizationGrantType.CLIENT_CREDENTIALS.equals(grant)) {
            context.getClaims()
                    .subject(caseApp.toString())
                    .audience(List.of(Clients.CASE_APP))
                    .claim("kind", "APP");
        } else {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
    }

    /** What is exchanged, and who is said to act, were both given to the client that asks. */
    private void needItsOwn(JwtEncodingContext context) {
        if (!(context.getAuthorizationGrant() instanceof OAuth2TokenExchangeAuthenticationToken exchange)
                || !isOf(context, exchange.getSubjectToken())
                || (exchange.getActorToken() != null && !isOf(context, exchange.getActorToken()))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private boolean isOf(JwtEncodingContext context, String token) {
        OAuth2Authorization authorization = granted.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
        return authorization != null
                && authorization
                        .getRegisteredClientId()
                        .equals(context.getRegisteredClient().getId());
    }

    private void who(JwtEncodingContext context, String audience) {
        Authentication signedIn = context.getPrincipal();
        Account account = Optional.ofNullable(signedIn)
                .flatMap(who -> people.find(who.getName()))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        var claims = context.getClaims();
        claims.subject(account.id().toString()).audience(List.of(audience)).claim("roles", account.roles());
        if (account.service() == null) {
            claims.claim("kind", "PERSON");
        } else {
            claims.claim("kind", "WORKER").claim("service", account.service().toString());
        }
        if (account.purpose() != null) {
            claims.claim("purpose", account.purpose());
        }
    }
}
