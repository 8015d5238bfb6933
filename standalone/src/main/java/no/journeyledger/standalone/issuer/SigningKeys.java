package no.journeyledger.standalone.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys tokens are signed with, in a folder: the newest signs, and the one before it is still published, so that tokens
 * signed a moment before the change go on being believed. Whoever changes the folder changes the keys, while the issuer runs.
 */
final class SigningKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 2048;
    private static final String ENDING = ".key";

    private final Path folder;
    /** The newest first. */
    private volatile List<RSAKey> keys;

    private volatile @Nullable FileTime readAt;

    private SigningKeys(Path folder, List<RSAKey> keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** Opens the keys of a folder; the first time, one is made. */
    static SigningKeys in(Path folder) {
        try {
            var opened = new SigningKeys(folder, List.of());
            if (opened.files().isEmpty()) {
                opened.change();
            }
            opened.read();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("The issuer's keys in " + folder + " cannot be read", e);
        }
    }

    /** From now on a new key signs. */
    void change() throws IOException {
        List<Path> before = files();
        int next = before.isEmpty() ? 1 : number(before.getLast()) + 1;
        SecretFiles.bytes(folder.resolve(next + ENDING), SigningKeys::made);
        for (Path old : before.subList(0, Math.max(0, before.size() - 1))) {
            Files.deleteIfExists(old);
        }
        read();
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("\\d{1,9}\\.key"))
                    .sorted(Comparator.comparingInt(SigningKeys::number))
                    .toList();
        }
    }

    private static int number(Path file) {
        String name = String.valueOf(file.getFileName());
        return Integer.parseInt(name.substring(0, name.length() - ENDING.length()));
    }

    private void read() throws IOException {
        readAt = Files.getLastModifiedTime(folder);
        var read = new ArrayList<RSAKey>();
        for (Path file : files()) {
            read.addFirst(key(file));
        }
        keys = List.copyOf(read);
    }

    private static byte[] made() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(Path file) throws IOException {
        try {
            var factory = KeyFactory.getInstance("RSA");
            if (factory.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)))
                            instanceof RSAPrivateCrtKey secret
                    && factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()))
                            instanceof java.security.interfaces.RSAPublicKey open) {
                return new RSAKey.Builder(open)
                        .privateKey(secret)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyIDFromThumbprint()
                        .build();
            }
            throw new IllegalStateException("The issuer's key " + file + " is not an RSA key");
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("The issuer's key " + file + " is not an RSA key", e);
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        try {
            if (!Files.getLastModifiedTime(folder).equals(readAt)) {
                read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The issuer's keys in " + folder + " cannot be read", e);
        }
        return selector.select(new JWKSet(List.copyOf(keys)));
    }
}
