package no.journeyledger.store.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteTest {

    private static final String ORIGIN = "ledger.asker.example/journeys";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final SigningKey key = SigningKey.generate(ORIGIN, VerifierKey.Kind.LOG);

    @Test
    void the_example_of_the_signed_note_specification_verifies() {
        VerifierKey published =
                VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        var note = SignedNote.parse("""
                This is an example message.

                \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                """);
        assertThat(note.signedBy(List.of(published))).containsExactly(published);
    }

    @Test
    void a_checkpoint_is_read_back_as_it_was_signed() {
        SignedNote note = signed(5, key);
        assertThat(SignedNote.parse(note.toString())).hasToString(note.toString());
        assertThat(Checkpoint.open(note, ORIGIN, List.of(key.verifier())).size())
                .isEqualTo(5);
    }

    @Test
    void a_checkpoint_of_another_log_or_another_key_is_refused() {
        SignedNote note = signed(5, key);
        assertThatThrownBy(() -> Checkpoint.open(note, "ledger.other.example", List.of(key.verifier())))
                .isInstanceOf(NotGenuine.class)
                .hasMessageContaining("not of ledger.other.example");
        SigningKey other = SigningKey.generate(ORIGIN, VerifierKey.Kind.LOG);
        assertThatThrownBy(() -> Checkpoint.open(note, ORIGIN, List.of(other.verifier())))
                .isInstanceOf(NotGenuine.class);
        SigningKey witness = SigningKey.generate(ORIGIN, VerifierKey.Kind.WITNESS);
        var cosigned = SignedNote.parse(
                note.text() + "\n" + witness.sign(note.text(), NOW).line() + "\n");
        assertThatThrownBy(() -> Checkpoint.open(cosigned, ORIGIN, List.of(witness.verifier())))
                .isInstanceOf(NotGenuine.class);
    }

    @Test
    void no_byte_of_a_checkpoint_can_be_changed() {
        byte[] note = signed(123_456, key).toString().getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int bit = 0; bit < note.length * 8; bit++) {
            byte[] changed = note.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                Checkpoint.open(SignedNote.parse(changed), ORIGIN, List.of(key.verifier()));
            } catch (NotGenuine e) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(note.length * 8);
    }

    @Test
    void a_witness_signs_the_time_it_saw_the_checkpoint() {
        SigningKey witness = SigningKey.generate("witness.example/w1", VerifierKey.Kind.WITNESS);
        SignedNote note = signed(5, key);
        NoteSignature cosignature = witness.sign(note.text(), NOW);
        assertThat(VerifierKey.seenAt(cosignature)).isEqualTo(NOW);
        SignedNote both = note.with(List.of(cosignature));
        assertThat(both.signedBy(List.of(key.verifier(), witness.verifier())))
                .containsExactly(key.verifier(), witness.verifier());
        byte[] later = cosignature.signature().clone();
        later[7] ^= 1;
        SignedNote backdated = note.with(List.of(new NoteSignature(cosignature.name(), cosignature.id(), later)));
        assertThatThrownBy(() -> backdated.signedBy(List.of(witness.verifier())))
                .isInstanceOf(NotGenuine.class);
    }

    @Test
    void keys_are_read_back_and_never_shown() {
        assertThat(VerifierKey.parse(key.verifier().text())).isEqualTo(key.verifier());
        assertThat(SigningKey.parse(key.secret()).verifier()).isEqualTo(key.verifier());
        assertThat(key.toString()).doesNotContain(key.secret().split("\\+", 5)[4]);
        assertThatThrownBy(() -> VerifierKey.parse(key.verifier().text().replace(ORIGIN, "other.example")))
                .isInstanceOf(NotGenuine.class);
        assertThatThrownBy(() -> SigningKey.generate("two words", VerifierKey.Kind.LOG))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_change_of_keys_is_followed_only_over_a_checkpoint_that_both_signed() {
        SigningKey next = SigningKey.generate(ORIGIN, VerifierKey.Kind.LOG);
        var followed = new TrustedKeys(ORIGIN, List.of(key.verifier()), List.of(next.verifier()));
        followed.open(signed(1, key));
        followed.open(signed(2, key, next));
        followed.open(signed(3, next));
        assertThat(followed.inForce()).containsExactly(next.verifier());
        assertThatThrownBy(() -> followed.open(signed(4, key)))
                .isInstanceOf(NotGenuine.class)
                .hasMessageContaining("retired");

        var abrupt = new TrustedKeys(ORIGIN, List.of(key.verifier()), List.of(next.verifier()));
        abrupt.open(signed(1, key));
        assertThatThrownBy(() -> abrupt.open(signed(2, next))).isInstanceOf(NotGenuine.class);

        var told = new TrustedKeys(ORIGIN, List.of(key.verifier(), next.verifier()), List.of());
        told.open(signed(1, key));
        told.open(signed(2, next));
        assertThatThrownBy(() -> told.open(signed(3, key))).isInstanceOf(NotGenuine.class);
    }

    @Test
    void openssl_verifies_a_checkpoint(@TempDir Path folder) throws Exception {
        SignedNote note = signed(77, key);
        Path pem = Files.writeString(folder.resolve("log.pem"), key.verifier().pem());
        Path text = Files.writeString(folder.resolve("text"), note.text());
        Path signature = Files.write(
                folder.resolve("signature"), note.signatures().getFirst().signature());
        assertThat(openssl(pem, text, signature)).isZero();
        Files.writeString(text, note.text().replace("77", "78"));
        assertThat(openssl(pem, text, signature)).isNotZero();
    }

    private static int openssl(Path pem, Path text, Path signature) throws Exception {
        return ForeignTools.run(
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        pem.toString(),
                        "-rawin",
                        "-in",
                        text.toString(),
                        "-sigfile",
                        signature.toString())
                .exit();
    }

    @Test
    void a_proof_file_convinces_somebody_who_only_has_the_key() {
        var leaves = new ArrayList<Leaf>();
        var random = new Random(9);
        for (int i = 1; i <= 300; i++) {
            leaves.add(leaf(i, random));
        }
        var tiles = TilesInMemory.of(leaves.stream().map(Leaf::entry).toList());
        var tree = new TileTree(tiles, 300);
        SignedNote note = sign(new Checkpoint(ORIGIN, 300, tree.root()), key);
        var file = new ProofFile(leaves.get(122).entry(), tree.inclusion(122), note);
        List<VerifierKey> keys = List.of(key.verifier());

        assertThat(ProofFile.parse(file.toString()).verify(ORIGIN, keys)).isEqualTo(leaves.get(122));
        assertThat(ProofFile.parse(file.toString())).hasToString(file.toString());

        var otherEntry = new ProofFile(leaves.get(121).entry(), tree.inclusion(122), note);
        assertThatThrownBy(() -> otherEntry.verify(ORIGIN, keys)).isInstanceOf(NotGenuine.class);
        var otherPlace = new ProofFile(leaves.get(122).entry(), tree.inclusion(121), note);
        assertThatThrownBy(() -> otherPlace.verify(ORIGIN, keys)).isInstanceOf(NotGenuine.class);
        SigningKey other = SigningKey.generate(ORIGIN, VerifierKey.Kind.LOG);
        assertThatThrownBy(() -> file.verify(ORIGIN, List.of(other.verifier()))).isInstanceOf(NotGenuine.class);
        assertThatThrownBy(() -> file.verify("other.example", keys)).isInstanceOf(NotGenuine.class);
    }

    @Test
    void there_is_one_way_to_write_a_leaf() {
        Leaf leaf = leaf(42, new Random(1));
        assertThat(Leaf.parse(leaf.entry())).isEqualTo(leaf);
        String text = new String(leaf.entry(), StandardCharsets.UTF_8);
        for (String other : List.of(
                text.replace("position 42", "position 042"),
                text.replace("\n", "\r\n"),
                text + "\n",
                text.substring(0, text.length() - 1),
                text.replace("/v1", "/v2"),
                text.replace("042Z", "42Z"),
                text.replace("2026-03-01", "2026-02-30"),
                text.replace("payload-sha256 ", "payload-sha256 0"))) {
            assertThatThrownBy(() -> Leaf.parse(other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        byte[] entry = leaf.entry();
        for (int bit = 0; bit < entry.length * 8; bit++) {
            byte[] changed = entry.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(parsesTo(changed, leaf)).isFalse();
        }
    }

    private static boolean parsesTo(byte[] entry, Leaf leaf) {
        try {
            return Leaf.parse(entry).equals(leaf);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Leaf leaf(long position, Random random) {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        String hex = java.util.HexFormat.of().formatHex(hash);
        return new Leaf(
                position,
                new UUID(random.nextLong(), random.nextLong()),
                position - 1,
                new UUID(random.nextLong(), random.nextLong()),
                "journey.opened",
                1,
                NOW.plusNanos(position * 1000),
                hex,
                hex);
    }

    private static SignedNote signed(long size, SigningKey... keys) {
        return sign(new Checkpoint(ORIGIN, size, TreeHash.ofLeaf(new byte[] {(byte) size})), keys);
    }

    private static SignedNote sign(Checkpoint checkpoint, SigningKey... keys) {
        return new SignedNote(
                checkpoint.text(),
                Arrays.stream(keys).map(k -> k.sign(checkpoint.text(), NOW)).toList());
    }
}
