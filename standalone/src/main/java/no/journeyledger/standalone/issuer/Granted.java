package no.journeyledger.standalone.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** What was granted, for as long as a token of it is good; found by any of its tokens, however many people sign in. */
final class Granted implements OAuth2AuthorizationService {

    private static final int MOST = 200_000;

    private final Cache<String, OAuth2Authorization> byId;
    private final Cache<String, String> idByToken;

    Granted(Duration validity) {
        Duration kept = validity.plusMinutes(2);
        this.byId =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(kept).build();
        this.idByToken = Caffeine.newBuilder()
                .maximumSize(3L * MOST)
                .expireAfterWrite(kept)
                .build();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        byId.put(authorization.getId(), authorization);
        remember(authorization, OAuth2AuthorizationCode.class);
        remember(authorization, OAuth2AccessToken.class);
        remember(authorization, OidcIdToken.class);
    }

    private <T extends OAuth2Token> void remember(OAuth2Authorization authorization, Class<T> kind) {
        OAuth2Authorization.Token<T> token = authorization.getToken(kind);
        if (token != null) {
            idByToken.put(token.getToken().getTokenValue(), authorization.getId());
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.invalidate(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String value, @Nullable OAuth2TokenType type) {
        String id = idByToken.getIfPresent(value);
        OAuth2Authorization authorization = id == null ? null : byId.getIfPresent(id);
        OAuth2Authorization.Token<OAuth2Token> token = authorization == null ? null : authorization.getToken(value);
        return token != null && (type == null || Objects.equals(kind(token.getToken()), type.getValue()))
                ? authorization
                : null;
    }

    /** A code is never taken for an access token, nor the other way round. */
    private static String kind(OAuth2Token token) {
        if (token instanceof OAuth2AuthorizationCode) {
            return OAuth2ParameterNames.CODE;
        }
        return token instanceof OAuth2AccessToken ? OAuth2TokenType.ACCESS_TOKEN.getValue() : "id_token";
    }
}
