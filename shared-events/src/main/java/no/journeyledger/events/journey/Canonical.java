package no.journeyledger.events.journey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over fields in a canonical order, each with its length in front so that no two different contents give the same
 * bytes. A sealed text stands by its commitment: the hash can be recomputed without any key, also after erasure.
 */
final class Canonical {

    private static final int ABSENT = -1;

    private final MessageDigest digest;

    Canonical(String what) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
        text(what);
    }

    Canonical text(@Nullable String text) {
        if (text == null) {
            digest.update(ByteBuffer.allocate(4).putInt(ABSENT).flip());
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    Canonical id(UUID id) {
        return text(id.toString());
    }

    Canonical code(Enum<?> code) {
        return text(code.name());
    }

    Canonical idIfAny(@Nullable UUID id) {
        return text(id == null ? null : id.toString());
    }

    Canonical codeIfAny(@Nullable Enum<?> code) {
        return text(code == null ? null : code.name());
    }

    Canonical flag(boolean flag) {
        return number(flag ? 1 : 0);
    }

    Canonical number(long number) {
        digest.update(ByteBuffer.allocate(12).putInt(8).putLong(number).flip());
        return this;
    }

    Canonical day(@Nullable LocalDate day) {
        return text(day == null ? null : day.toString());
    }

    Canonical sealed(@Nullable Sealed sealed) {
        return text(sealed == null ? null : sealed.commitment());
    }

    <T> Canonical each(List<T> items, BiConsumer<Canonical, T> item) {
        number(items.size());
        items.forEach(one -> item.accept(this, one));
        return this;
    }

    Canonical ids(List<UUID> ids) {
        return each(ids, Canonical::id);
    }

    /** The digest in base64url without padding, 43 characters. */
    String hash() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }
}
