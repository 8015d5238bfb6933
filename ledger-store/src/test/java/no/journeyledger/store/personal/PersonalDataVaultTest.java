package no.journeyledger.store.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import no.journeyledger.events.Sealed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills the fields in
class PersonalDataVaultTest {

    @TempDir
    Path folder;

    private final UUID person = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private KeyEncryptionKey wrapping;
    private PersonalDataVault vault;

    @BeforeEach
    void open() {
        wrapping = KeyEncryptionKey.createIfMissing(folder.resolve("kek/kek.json"));
        vault = anotherProcess();
    }

    private PersonalDataVault anotherProcess() {
        return new PersonalDataVault(new FilePersonKeys(folder.resolve("keys"), wrapping, Duration.ofMillis(50)));
    }

    @Test
    void a_sealed_text_opens_in_any_process_and_shows_nothing_of_itself() {
        Sealed sealed = vault.seal(person, "Jeg vil bo i egen leilighet. 🏠");
        assertThat(sealed.person()).isEqualTo(person);
        assertThat(sealed.text()).doesNotContain("leilighet");
        assertThat(anotherProcess().open(sealed)).contains("Jeg vil bo i egen leilighet. 🏠");
        assertThat(vault.seal(person, "a").commitment())
                .as("the same text commits differently each time: its salt is secret")
                .isNotEqualTo(vault.seal(person, "a").commitment());
        assertThat(vault.open(vault.seal(person, ""))).contains("");
    }

    @Test
    void another_persons_key_does_not_open_it() {
        Sealed sealed = vault.seal(person, "mine");
        vault.seal(other, "theirs");
        Sealed passedOff = new Sealed(sealed.text().replace(person.toString(), other.toString()));
        assertThatThrownBy(() -> vault.open(passedOff)).isInstanceOf(TamperedSeal.class);
    }

    @Test
    void a_text_other_than_the_one_committed_to_is_refused() {
        Sealed first = vault.seal(person, "I agree");
        Sealed second = vault.seal(person, "I disagree");
        Sealed swapped = new Sealed(first.text().replace(first.commitment(), second.commitment()));
        assertThatThrownBy(() -> vault.open(swapped))
                .isInstanceOf(TamperedSeal.class)
                .hasMessageContaining("another text than it is committed to");
    }

    @Test
    void a_destroyed_key_makes_everything_unreadable_everywhere_and_for_good() throws InterruptedException {
        PersonalDataVault elsewhere = anotherProcess();
        Sealed sealed = vault.seal(person, "mine");
        assertThat(elsewhere.open(sealed)).isPresent();

        new FilePersonKeys(folder.resolve("keys"), wrapping).destroy(person);
        Thread.sleep(100);

        for (PersonalDataVault each : List.of(vault, elsewhere, anotherProcess())) {
            assertThat(each.open(sealed)).isEmpty();
            assertThat(each.isErased(person)).isTrue();
            assertThatThrownBy(() -> each.seal(person, "again")).isInstanceOf(PersonErased.class);
        }
        new FilePersonKeys(folder.resolve("keys"), wrapping).destroy(person);
        assertThat(vault.isErased(other)).isFalse();
    }

    @Test
    void a_key_that_was_lost_is_not_taken_for_one_that_was_destroyed() throws IOException, InterruptedException {
        Sealed sealed = vault.seal(person, "mine");
        try (var files = Files.walk(folder.resolve("keys"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        Thread.sleep(100);
        assertThatThrownBy(() -> vault.open(sealed))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessageContaining("restore the keys folder");
    }

    @Test
    void many_processes_that_need_a_persons_first_key_agree_on_one() {
        List<CompletableFuture<Sealed>> sealed = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                sealed.add(CompletableFuture.supplyAsync(() -> anotherProcess().seal(person, "mine"), threads));
            }
        }
        assertThat(sealed)
                .allSatisfy(each -> assertThat(vault.open(each.join())).contains("mine"));
    }

    @Test
    void key_files_are_readable_for_their_owner_only_and_hold_no_bare_key() throws IOException {
        vault.seal(person, "mine");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void a_key_wrapped_by_another_key_encryption_key_is_refused_with_a_clear_sentence() {
        Sealed sealed = vault.seal(person, "mine");
        var foreign = new PersonalDataVault(new FilePersonKeys(
                folder.resolve("keys"), KeyEncryptionKey.createIfMissing(folder.resolve("other.json"))));
        assertThatThrownBy(() -> foreign.open(sealed))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessageContaining("was not wrapped by this key-encryption key");
    }

    @Test
    void a_missing_or_unreadable_key_encryption_key_gives_one_clear_sentence() throws IOException {
        Path missing = folder.resolve("nowhere.json");
        assertThatThrownBy(() -> KeyEncryptionKey.load(missing))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessageStartingWith("The key-encryption key is missing: there is no file " + missing);
        Path garbage = Files.writeString(folder.resolve("garbage.json"), "{}");
        assertThatThrownBy(() -> KeyEncryptionKey.load(garbage))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessageContaining("is no Tink keyset");
    }

    @Test
    void derived_keys_are_stable_and_differ_by_purpose() {
        KeyEncryptionKey again = KeyEncryptionKey.load(folder.resolve("kek/kek.json"));
        assertThat(again.derive("a").getEncoded())
                .isEqualTo(wrapping.derive("a").getEncoded());
        assertThat(wrapping.derive("b").getEncoded())
                .isNotEqualTo(wrapping.derive("a").getEncoded());
        assertThat(new String(wrapping.derive("a").getEncoded(), StandardCharsets.ISO_8859_1))
                .hasSize(32);
    }

    @Test
    void a_change_of_the_key_encryption_key_wraps_the_keys_anew_and_touches_nothing_they_sealed() throws IOException {
        Sealed sealed = vault.seal(person, "stays");
        Sealed gone = vault.seal(other, "goes");
        new FilePersonKeys(folder.resolve("keys"), wrapping).destroy(other);
        var derived = wrapping.derive("snapshots").getEncoded();

        KeyEncryptionKey changed = KeyEncryptionKey.rotate(folder.resolve("kek/kek.json"));
        var keys = new FilePersonKeys(folder.resolve("keys"), changed, Duration.ofMillis(50));
        assertThat(new PersonalDataVault(keys).open(sealed))
                .as("before wrapping anew")
                .contains("stays");
        assertThat(keys.rewrap()).isEqualTo(1);
        assertThat(new PersonalDataVault(keys).open(sealed)).contains("stays");
        assertThat(new PersonalDataVault(keys).open(gone)).isEmpty();
        assertThat(changed.derive("snapshots").getEncoded()).isEqualTo(derived);
        assertThatThrownBy(() -> new PersonalDataVault(
                                new FilePersonKeys(folder.resolve("keys"), wrapping, Duration.ofMillis(50)))
                        .open(sealed))
                .as("the old key alone opens nothing any more")
                .isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void an_erasure_that_was_interrupted_is_known_afterwards() {
        vault.seal(person, "text");
        var keys = new FilePersonKeys(folder.resolve("keys"), wrapping);
        keys.prepareToDestroy(person);
        keys.prepareToDestroy(other);
        var afterwards = new FilePersonKeys(folder.resolve("keys"), wrapping);
        assertThat(afterwards.aboutToBeDestroyed()).containsExactlyInAnyOrder(person, other);
        afterwards.keep(other);
        afterwards.destroy(person);
        assertThat(afterwards.aboutToBeDestroyed()).isEmpty();
        assertThat(afterwards.isDestroyed(person)).isTrue();
        assertThat(afterwards.isDestroyed(other)).isFalse();
    }
}
