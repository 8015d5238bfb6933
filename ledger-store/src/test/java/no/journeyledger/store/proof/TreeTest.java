package no.journeyledger.store.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {

    private static final List<byte[]> KNOWN_LEAVES = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HexFormat.of()::parseHex)
            .toList();

    /** The roots that implementations of RFC 6962 are commonly checked with. */
    private static final List<String> KNOWN_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_known_leaves_have_the_known_roots() {
        for (int size = 0; size <= KNOWN_LEAVES.size(); size++) {
            List<byte[]> leaves = KNOWN_LEAVES.subList(0, size);
            assertThat(TilesInMemory.of(leaves).root()).hasToString(KNOWN_ROOTS.get(size));
            assertThat(NaiveTree.root(leaves)).hasToString(KNOWN_ROOTS.get(size));
        }
    }

    @Test
    void roots_and_proofs_of_every_small_tree_are_those_of_the_definition() {
        List<byte[]> all = entries(new Random(1), 70);
        var tiles = TilesInMemory.of(all);
        for (int size = 1; size <= all.size(); size++) {
            List<byte[]> entries = all.subList(0, size);
            var tree = new TileTree(tiles, size);
            TreeHash root = NaiveTree.root(entries);
            assertThat(tree.root()).isEqualTo(root);
            for (int m = 0; m < size; m++) {
                assertThat(tree.inclusion(m).path()).isEqualTo(NaiveTree.path(m, entries));
                assertThat(tree.inclusion(m).proves(TreeHash.ofLeaf(all.get(m)), root))
                        .isTrue();
            }
            for (int m = 0; m <= size; m++) {
                ConsistencyProof proof = tree.consistency(m);
                assertThat(proof.path()).isEqualTo(NaiveTree.proof(m, entries));
                assertThat(proof.proves(NaiveTree.root(all.subList(0, m)), root))
                        .as("%s to %s", m, size)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void proofs_over_several_tiles_are_those_of_the_definition(long seed) {
        var random = new Random(seed);
        List<byte[]> all = entries(random, 2 * 256 + random.nextInt(70_000 / 16));
        var tiles = TilesInMemory.of(all);
        for (int i = 0; i < 12; i++) {
            int size = 1 + random.nextInt(all.size());
            List<byte[]> entries = all.subList(0, size);
            var tree = new TileTree(tiles, size);
            TreeHash root = NaiveTree.root(entries);
            assertThat(tree.root()).isEqualTo(root);
            int m = random.nextInt(size);
            assertThat(tree.inclusion(m).path()).isEqualTo(NaiveTree.path(m, entries));
            assertThat(tree.inclusion(m).proves(TreeHash.ofLeaf(all.get(m)), root))
                    .isTrue();
            assertThat(tree.consistency(m).path()).isEqualTo(NaiveTree.proof(m, entries));
            assertThat(tree.consistency(m).proves(NaiveTree.root(all.subList(0, m)), root))
                    .isTrue();
        }
    }

    @Test
    void a_tree_of_three_levels_of_tiles_grows_and_proves() {
        List<byte[]> all = entries(new Random(5), 70_000);
        var tiles = TilesInMemory.of(all);
        var tree = new TileTree(tiles, 70_000);
        assertThat(tree.root()).isEqualTo(tiles.root()).isEqualTo(NaiveTree.root(all));
        for (int index : new int[] {0, 255, 256, 65_535, 65_536, 69_999}) {
            assertThat(tree.inclusion(index).proves(TreeHash.ofLeaf(all.get(index)), tree.root()))
                    .isTrue();
        }
        var frontier = new TileTree(tiles, 65_537).frontier();
        all.subList(65_537, 70_000).forEach(e -> frontier.append(TreeHash.ofLeaf(e)));
        assertThat(frontier.root()).isEqualTo(tree.root());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void a_proof_that_was_touched_proves_nothing(long seed) {
        var random = new Random(seed);
        List<byte[]> all = entries(random, 900);
        var tiles = TilesInMemory.of(all);
        int accepted = 0;
        for (int i = 0; i < 500; i++) {
            int size = 2 + random.nextInt(all.size() - 1);
            int m = random.nextInt(size);
            var tree = new TileTree(tiles, size);
            InclusionProof inclusion = tree.inclusion(m);
            TreeHash leaf = TreeHash.ofLeaf(all.get(m));
            for (List<TreeHash> path : touched(random, inclusion.path())) {
                accepted += new InclusionProof(m, size, path).proves(leaf, tree.root()) ? 1 : 0;
            }
            accepted += new InclusionProof((m + 1) % size, size, inclusion.path()).proves(leaf, tree.root()) ? 1 : 0;
            accepted += inclusion.proves(flipped(random, leaf), tree.root()) ? 1 : 0;
            int from = 1 + random.nextInt(size - 1);
            ConsistencyProof consistency = tree.consistency(from);
            TreeHash earlier = new TileTree(tiles, from).root();
            for (List<TreeHash> path : touched(random, consistency.path())) {
                accepted += new ConsistencyProof(from, size, path).proves(earlier, tree.root()) ? 1 : 0;
            }
            accepted += consistency.proves(flipped(random, earlier), tree.root()) ? 1 : 0;
            accepted += consistency.proves(earlier, flipped(random, tree.root())) ? 1 : 0;
        }
        assertThat(accepted).isZero();
    }

    @Test
    void tiles_have_one_path_each() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(Tile.ENTRIES, 0, 17).path()).isEqualTo("tile/entries/000.p/17");
        assertThat(Tile.of(0, 273, 70_000)).isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.of(1, 1, 70_000)).isEqualTo(new Tile(1, 1, 17));
        assertThat(Tile.of(2, 0, 70_000)).isEqualTo(new Tile(2, 0, 1));
        for (Tile tile : List.of(
                new Tile(0, 0, 256),
                new Tile(3, 999, 1),
                new Tile(Tile.ENTRIES, 1000, 255),
                new Tile(5, 10_000_000, 9))) {
            assertThat(Tile.parse(tile.path())).contains(tile);
        }
        for (String path : List.of(
                "tile/0/1",
                "tile/00/001",
                "tile/64/001",
                "tile/0/x000/001",
                "tile/0/001.p/256",
                "tile/0/001.p/0",
                "tile/0/001.p/00",
                "tile/8/0/001",
                "tile/-1/001",
                "tile/0/../001",
                "tile/entries/x1/001",
                "")) {
            assertThat(Tile.parse(path)).as(path).isEmpty();
        }
    }

    @Test
    void bundles_are_read_back_and_broken_ones_refused() {
        List<byte[]> entries = entries(new Random(3), 256);
        byte[] bundle = EntryBundle.write(entries);
        assertThat(EntryBundle.read(bundle)).usingRecursiveComparison().isEqualTo(entries);
        assertThatThrownBy(() -> EntryBundle.read(HexFormat.of().parseHex("000261")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryBundle.read(new byte[] {0})).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<byte[]> entries(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (i + " " + random.nextLong()).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<List<TreeHash>> touched(Random random, List<TreeHash> path) {
        var touched = new ArrayList<List<TreeHash>>();
        var longer = new ArrayList<>(path);
        longer.add(random.nextInt(longer.size() + 1), TreeHash.EMPTY);
        touched.add(longer);
        if (!path.isEmpty()) {
            int at = random.nextInt(path.size());
            var shorter = new ArrayList<>(path);
            shorter.remove(at);
            touched.add(shorter);
            var changed = new ArrayList<>(path);
            changed.set(at, flipped(random, path.get(at)));
            touched.add(changed);
        }
        return touched;
    }

    private static TreeHash flipped(Random random, TreeHash hash) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return TreeHash.of(bytes);
    }
}
