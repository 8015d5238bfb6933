package no.journeyledger.standalone.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares words by their hash. The words are drawn with 128 bits, so that a slow hash would protect nothing more. */
final class Hashed implements PasswordEncoder {

    @Override
    public String encode(@Nullable CharSequence word) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.valueOf(word).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence word, @Nullable String hashed) {
        return hashed != null
                && MessageDigest.isEqual(
                        encode(word).getBytes(StandardCharsets.US_ASCII), hashed.getBytes(StandardCharsets.US_ASCII));
    }
}
