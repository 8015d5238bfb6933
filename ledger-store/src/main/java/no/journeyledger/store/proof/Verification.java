package no.journeyledger.store.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LogicalTypeName;
import no.journeyledger.store.proof.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Checks a ledger against its log, and the log against every checkpoint ever kept, in one pass and with a fixed amount of
 * memory: each event's leaf against the stored leaf, both ways; the leaves' root against each checkpoint at its size;
 * tiles, signatures and type numbers. Whatever was altered is named once, where it was altered: three independent records
 * of a leaf (the event, the entry, the hash) tell by majority which one is wrong.
 */
final class Verification {

    /** So many missing or surplus rows are remembered, to recognise what was only moved. */
    private static final int MOST_PAIRED = 10_000;

    private final StoredLog log;
    private final Trust trust;
    private final List<Path> published;
    private final Instant now;
    private final Duration window;
    private final Consumer<Finding> out;
    private final LongConsumer progress;

    private final Map<Integer, List<LogicalTypeName>> types;
    private final int typeRows;
    private final Map<String, Long> alteredTypes = new LinkedHashMap<>();
    private final Frontier frontier = new Frontier();
    private final Map<UUID, Leaf> missing = new LinkedHashMap<>();
    private final Map<UUID, EncodedEvent> surplus = new LinkedHashMap<>();
    private final List<LogTables.Node> missingNodes = new ArrayList<>();
    private final List<LogTables.Node> surplusNodes = new ArrayList<>();
    private final List<NodeLevel> levels = new ArrayList<>();
    private final List<CheckpointSource> sources = new ArrayList<>();
    private final Peeking<StoredLog.CosignatureRow> cosignatures;
    private final Set<Long> refusedSizes = new HashSet<>();
    private final List<VerifierKey> candidates;
    private final Set<String> listedKeys = new HashSet<>();
    private boolean keysListed;
    private boolean rootKnown = true;
    private long holeFrom = -1;
    private long events;
    private long checkpoints;
    private long uncheckedCosignatures;
    private long covered;
    private long findings;
    private @Nullable Finding first;
    private @Nullable EncodedEvent uncovered;

    /**
     * Whom to believe.
     *
     * @param keys of the log or logs, trusted for a reason outside the log
     * @param candidates keys the log published, each believed once a trusted one vouched for it
     * @param witnesses keys of witnesses whose signatures are to be checked
     */
    record Trust(Collection<VerifierKey> keys, Collection<VerifierKey> candidates, Collection<VerifierKey> witnesses) {}

    /**
     * How it ended.
     *
     * @param events how many stored events were read
     * @param leaves how many leaves
     * @param checkpoints how many checkpoints were proven to be of this history
     * @param covered the largest position a proven checkpoint covers
     * @param uncheckedCosignatures signatures of witnesses whose keys were not given
     * @param findings how many findings there were
     * @param first the first finding, {@code null} when there is none
     * @param root the root over all leaves, {@code null} when it cannot be known
     */
    record Outcome(
            long events,
            long leaves,
            long checkpoints,
            long covered,
            long uncheckedCosignatures,
            long findings,
            @Nullable Finding first,
            @Nullable TreeHash root) {}

    Verification(
            StoredLog log,
            Trust trust,
            List<Path> published,
            Instant now,
            Duration window,
            Consumer<Finding> out,
            LongConsumer progress) {
        this.log = log;
        this.trust = trust;
        this.published = published;
        this.now = now;
        this.window = window;
        this.out = out;
        this.progress = progress;
        this.types = log.types();
        this.typeRows = types.values().stream().mapToInt(List::size).sum();
        this.cosignatures = new Peeking<>(log.cosignatures());
        this.candidates = new ArrayList<>(trust.candidates());
    }

    Outcome run() throws IOException {
        readKeys();
        sources.add(new CheckpointSource(log.checkpoints(), true));
        var directories = new ArrayList<PublishedCheckpoints>();
        try {
            for (Path directory : published) {
                var kept = new PublishedCheckpoints(directory);
                directories.add(kept);
                sources.add(new CheckpointSource(rows(directory, kept), false));
            }
            walk();
        } finally {
            for (PublishedCheckpoints directory : directories) {
                directory.close();
            }
        }
        return new Outcome(
                events,
                frontier.size(),
                checkpoints,
                covered,
                uncheckedCosignatures,
                findings,
                first,
                rootKnown ? frontier.root() : null);
    }

    private void walk() {
        checkTypeNumbers();
        var leaves = new LeafWalk(log.runs(), this::found);
        var stored = new Peeking<>(log.events());
        checkCheckpoints();
        while (leaves.reaches(frontier.size())) {
            long index = frontier.size();
            List<EncodedEvent> here = eventsAt(stored, index + 1);
            LeafWalk.Slot slot = leaves.at(index);
            endHole(leaves, slot != null);
            TreeHash hash = slot == null ? withoutLeaf(here, index) : withLeaf(slot, here, index);
            frontier.append(hash, this::completed);
            checkCheckpoints();
            if ((index & 0xfff) == 0) {
                progress.accept(index + 1);
            }
        }
        endHole(leaves, true);
        tail(stored);
        rest();
        progress.accept(frontier.size());
    }

    // ---- events and leaves

    /** The rows at a position; whatever stands before it has no leaf of its own. */
    private List<EncodedEvent> eventsAt(Peeking<EncodedEvent> stored, long position) {
        var here = new ArrayList<EncodedEvent>(1);
        for (EncodedEvent event = stored.peek(); event != null && event.position() <= position; event = stored.peek()) {
            stored.next();
            events++;
            if (event.position() < position) {
                surplus(event);
            } else {
                here.add(event);
            }
        }
        return here;
    }

    private TreeHash withLeaf(LeafWalk.Slot slot, List<EncodedEvent> here, long index) {
        byte[] entry = slot.entry();
        TreeHash byEntry = entry == null ? null : TreeHash.ofLeaf(entry);
        TreeHash stored = slot.hash();
        Leaf leaf = null;
        Match match = matching(here, null, stored, byEntry);
        if (match == null) {
            leaf = read(entry);
            match = matching(here, leaf, stored, byEntry);
        }
        for (int i = 0; i < here.size(); i++) {
            if (i != (match == null ? 0 : match.at())) {
                surplus(here.get(i));
            }
        }
        if (match != null) {
            EncodedEvent event = here.get(match.at());
            TreeHash hash = match.hash();
            if (byEntry != null && !byEntry.equals(hash)) {
                slotReport(slot, "entry " + index + " was altered");
            } else if (stored != null && !stored.equals(hash)) {
                slotReport(slot, "the hash of entry " + index + " was altered");
            }
            checkType(event, leaf);
            cover(event);
            return hash;
        }
        if (stored != null && byEntry != null && !stored.equals(byEntry)) {
            slotReport(slot, "entry " + index + " and its hash do not belong together");
        }
        if (!here.isEmpty()) {
            altered(here.getFirst(), leaf, index + 1);
            cover(here.getFirst());
        } else if (log.hasEvents()) {
            missing(leaf, index + 1);
        } else if (entry != null && (leaf == null || leaf.index() != index)) {
            slotReport(slot, "entry " + index + " is not the leaf of its position");
        }
        TreeHash best = stored != null ? stored : byEntry;
        if (best == null) {
            rootKnown = false;
            return TreeHash.EMPTY;
        }
        return best;
    }

    /** An event among those at a position, and its leaf's hash. */
    private record Match(int at, TreeHash hash) {}

    /** Which of the events at a position is the one that was sealed; {@code null} when none is. */
    private @Nullable Match matching(
            List<EncodedEvent> here, @Nullable Leaf sealed, @Nullable TreeHash stored, @Nullable TreeHash byEntry) {
        for (int i = 0; i < here.size(); i++) {
            TreeHash hash = leafOf(here.get(i), sealed).hash();
            if ((stored != null && hash.equals(stored)) || (byEntry != null && hash.equals(byEntry))) {
                return new Match(i, hash);
            }
        }
        return null;
    }

    private void slotReport(LeafWalk.Slot slot, String what) {
        if (!slot.run().reported) {
            slot.run().reported = true;
            found(new Finding(
                    Kind.LEAF_ALTERED,
                    slot.run().row(),
                    null,
                    null,
                    null,
                    slot.run().row() + ": " + what + "."));
        }
    }

    private TreeHash withoutLeaf(List<EncodedEvent> here, long index) {
        if (holeFrom < 0) {
            holeFrom = index;
        }
        if (here.isEmpty()) {
            rootKnown = false;
            return TreeHash.EMPTY;
        }
        here.subList(1, here.size()).forEach(this::surplus);
        EncodedEvent event = here.getFirst();
        cover(event);
        return leafOf(event, null).hash();
    }

    private final Map<Long, Long> holes = new LinkedHashMap<>();

    private void endHole(LeafWalk leaves, boolean there) {
        if (there && holeFrom >= 0) {
            if (leaves.wasFoundElsewhere(holeFrom)) {
                holeFrom = -1;
                return;
            }
            holes.put(holeFrom, frontier.size());
            holeFrom = -1;
        }
        if (!leaves.reaches(frontier.size())) {
            holes.forEach((from, to) -> {
                if (!leaves.wasFoundElsewhere(from)) {
                    found(new Finding(
                            Kind.LEAF_MISSING,
                            "log_leaf first=" + from,
                            from + 1,
                            null,
                            null,
                            "The leaves of positions " + (from + 1) + " to " + to + " are missing."));
                }
            });
            holes.clear();
        }
    }

    /** The leaf of a stored event; what was done to a type's row is found elsewhere and does not count here. */
    private Leaf leafOf(EncodedEvent event, @Nullable Leaf sealed) {
        List<LogicalTypeName> names = types.get(event.typeId());
        LogicalTypeName name = names == null ? new LogicalTypeName("unknown", 0) : names.getFirst();
        if (sealed != null) {
            var sealedName = new LogicalTypeName(sealed.type(), sealed.revision());
            boolean rowRenumbered = names == null && event.typeId() >= 1 && event.typeId() <= typeRows;
            if (rowRenumbered
                    || (names != null && names.contains(sealedName))
                    || isTypeRowAltered(event.typeId(), sealedName)) {
                name = sealedName;
            }
        }
        return Leaf.of(event, name);
    }

    /** When no row says any more what was sealed, the row was altered; when another row does, the event was. */
    private boolean isTypeRowAltered(int id, LogicalTypeName sealed) {
        return types.containsKey(id) && types.values().stream().noneMatch(names -> names.contains(sealed));
    }

    private void checkType(EncodedEvent event, @Nullable Leaf sealed) {
        if (sealed != null && isTypeRowAltered(event.typeId(), new LogicalTypeName(sealed.type(), sealed.revision()))) {
            alteredTypes.merge(
                    "event_type id=" + event.typeId() + ": it says " + types.get(event.typeId())
                            + ", but events were sealed as " + sealed.type() + " revision " + sealed.revision(),
                    1L,
                    Long::sum);
        }
    }

    private void checkTypeNumbers() {
        types.forEach((id, names) -> {
            if (id < 1 || id > typeRows || names.size() > 1) {
                found(new Finding(
                        Kind.TYPE_ALTERED,
                        "event_type id=" + id,
                        null,
                        null,
                        null,
                        "event_type id=" + id + ": the numbers are 1 to " + typeRows
                                + " without gaps, one row each, so this one was altered or another row removed."));
            }
        });
    }

    private static @Nullable Leaf read(byte @Nullable [] entry) {
        try {
            return entry == null ? null : Leaf.parse(entry);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void altered(EncodedEvent event, @Nullable Leaf sealed, long position) {
        if (sealed == null || sealed.position() != position) {
            found(new Finding(
                    Kind.EVENT_ALTERED,
                    "event position=" + position,
                    position,
                    event.eventId(),
                    event.aggregate(),
                    "Position " + position + ": the event is not what was sealed; its leaf was altered as well."));
            return;
        }
        List<String> differs = leafOf(event, sealed).differences(sealed);
        found(new Finding(
                Kind.EVENT_ALTERED,
                "event position=" + position,
                position,
                sealed.eventId(),
                sealed.aggregate(),
                "Position " + position + ", event " + sealed.eventId() + ": altered in " + String.join(", ", differs)
                        + "."));
    }

    private void missing(@Nullable Leaf leaf, long position) {
        if (leaf != null && missing.size() < MOST_PAIRED) {
            missing.put(leaf.eventId(), leaf);
        } else {
            found(new Finding(
                    Kind.EVENT_MISSING,
                    "event position=" + position,
                    position,
                    leaf == null ? null : leaf.eventId(),
                    leaf == null ? null : leaf.aggregate(),
                    "Position " + position + ": the sealed event is gone."));
        }
    }

    private void surplus(EncodedEvent event) {
        if (surplus.size() < MOST_PAIRED && surplus.putIfAbsent(event.eventId(), event) == null) {
            return;
        }
        inserted(event);
    }

    private void inserted(EncodedEvent event) {
        found(new Finding(
                Kind.EVENT_INSERTED,
                "event position=" + event.position(),
                event.position(),
                event.eventId(),
                event.aggregate(),
                "Position " + event.position() + ", event " + event.eventId()
                        + ": it has no leaf of its own, so it was inserted or copied here."));
    }

    private void cover(EncodedEvent event) {
        if (uncovered == null) {
            uncovered = event;
        }
    }

    /** What stands after the last leaf: events that are not sealed yet, or that never belonged here. */
    private void tail(Peeking<EncodedEvent> stored) {
        long expected = frontier.size() + 1;
        for (EncodedEvent event = stored.next(); event != null; event = stored.next()) {
            events++;
            if (event.position() != expected || missing.containsKey(event.eventId())) {
                surplus(event);
            } else {
                expected++;
                cover(event);
            }
        }
        EncodedEvent waiting = uncovered;
        if (waiting != null && waiting.recordedAt().isBefore(now.minus(window))) {
            found(new Finding(
                    Kind.NOT_SEALED,
                    "event position=" + waiting.position(),
                    waiting.position(),
                    waiting.eventId(),
                    waiting.aggregate(),
                    "From position " + waiting.position() + " on no checkpoint covers what was recorded, although it"
                            + " has been there since " + waiting.recordedAt() + ": sealing stands still, or events were"
                            + " appended that the ledger did not record."));
        }
    }

    // ---- tiles

    private void completed(int height, long index, TreeHash hash) {
        if (height % Tile.HEIGHT != 0 || !log.hasTiles()) {
            return;
        }
        int level = height / Tile.HEIGHT;
        while (levels.size() < level) {
            levels.add(new NodeLevel(new Peeking<>(log.nodes(levels.size() + 1))));
        }
        Peeking<LogTables.Node> rows = levels.get(level - 1).rows;
        LogTables.Node row = rows.peek();
        while (row != null && row.index() < index) {
            surplusNode(row);
            rows.next();
            row = rows.peek();
        }
        boolean right = false;
        LogTables.Node wrong = null;
        for (; row != null && row.index() == index; row = rows.peek()) {
            rows.next();
            if (!right && row.hash().length == TreeHash.LENGTH && hash.isAt(row.hash(), 0)) {
                right = true;
            } else if (wrong == null) {
                wrong = row;
            } else {
                surplusNode(row);
            }
        }
        if (right) {
            if (wrong != null) {
                surplusNode(wrong);
            }
        } else if (wrong == null) {
            if (missingNodes.size() < MOST_PAIRED) {
                missingNodes.add(new LogTables.Node(level, index, hash.bytes()));
            }
        } else if (rootKnown) {
            foundNode(wrong, "its hash was altered");
        }
    }

    private record NodeLevel(Peeking<LogTables.Node> rows) {}

    private void surplusNode(LogTables.Node row) {
        if (surplusNodes.size() < MOST_PAIRED) {
            surplusNodes.add(row);
        } else {
            foundNode(row, "it is one too many");
        }
    }

    private void foundNode(LogTables.Node row, String what) {
        String name = "log_node level=" + row.level() + " index=" + row.index();
        found(new Finding(Kind.TILE_ALTERED, name, null, null, null, name + ": " + what + "."));
    }

    // ---- keys

    /** What the log itself says its keys are: believed of none, but a list that was altered is found. */
    private void readKeys() {
        StoredLog.Rows<StoredLog.KeyRow> rows = log.keys();
        if (rows == null) {
            return;
        }
        keysListed = true;
        int expected = 1;
        for (StoredLog.KeyRow row = rows.next(); row != null; row = rows.next()) {
            try {
                VerifierKey key = VerifierKey.parse(row.key());
                candidates.add(key);
                listedKeys.add(named(key.name(), key.id()));
                if (row.number() != expected) {
                    foundKey(row.number(), "the keys are numbered from 1 without gaps");
                }
            } catch (NotGenuine e) {
                foundKey(row.number(), "it is not a key, or its id does not fit it");
            }
            expected++;
        }
    }

    private void foundKey(int number, String what) {
        keysListed = false;
        String name = "log_key number=" + number;
        found(new Finding(
                Kind.CHECKPOINT_NOT_GENUINE, name, null, null, null, name + ": " + what + ", so it was altered."));
    }

    private void checkListed(SignedNote note, Checkpoint checkpoint) {
        for (NoteSignature signature : note.signatures()) {
            if (keysListed
                    && signature.name().equals(checkpoint.origin())
                    && !listedKeys.contains(named(signature.name(), signature.id()))) {
                foundKey(
                        listedKeys.size() + 1,
                        "the key with id " + java.util.HexFormat.of().toHexDigits(signature.id())
                                + ", which signed the checkpoint over " + checkpoint.size()
                                + " entries, is not listed");
            }
        }
    }

    private static String named(String name, int id) {
        return name + "+" + id;
    }

    // ---- checkpoints

    /** The checkpoints of one place, smallest first, with the keys in force there. */
    private final class CheckpointSource {
        private final StoredLog.Rows<StoredLog.CheckpointRow> rows;
        private final boolean ours;
        private final Map<String, TrustedKeys> keys = new HashMap<>();
        private StoredLog.@Nullable CheckpointRow row;
        private @Nullable SignedNote note;
        private @Nullable Checkpoint next;
        private long good;
        private long rewritten;

        CheckpointSource(StoredLog.Rows<StoredLog.CheckpointRow> rows, boolean ours) {
            this.rows = rows;
            this.ours = ours;
            advance();
        }

        /** Reads on to the next genuine checkpoint. */
        private void advance() {
            next = null;
            for (StoredLog.CheckpointRow read = rows.next(); read != null; read = rows.next()) {
                long saysSize = read.size();
                try {
                    SignedNote parsed = SignedNote.parse(read.note());
                    Checkpoint claimed = Checkpoint.of(parsed);
                    saysSize = claimed.size();
                    if (ours && claimed.size() != read.size()) {
                        throw new NotGenuine("it is kept under size " + read.size() + " but says " + claimed.size());
                    }
                    Checkpoint genuine = keys.computeIfAbsent(
                                    claimed.origin(), o -> new TrustedKeys(o, trust.keys(), candidates))
                            .open(parsed);
                    if (genuine.size() < frontier.size()) {
                        throw new NotGenuine("it is smaller than the one before it");
                    }
                    row = read;
                    note = parsed;
                    next = genuine;
                    return;
                } catch (NotGenuine e) {
                    if (ours && refusedSizes.size() < MOST_PAIRED) {
                        refusedSizes.add(read.size());
                        refusedSizes.add(saysSize);
                    }
                    found(new Finding(
                            Kind.CHECKPOINT_NOT_GENUINE,
                            read.row(),
                            null,
                            null,
                            null,
                            read.row() + ": " + e.getMessage() + "."));
                }
            }
        }

        void check() {
            for (Checkpoint due = next; due != null && due.size() == frontier.size(); due = next) {
                if (ours && note != null) {
                    checkListed(note, due);
                    checkCosignatures(note, due.size());
                }
                if (rootKnown && frontier.root().equals(due.root())) {
                    checkpoints++;
                    good = due.size();
                    if (due.size() >= covered) {
                        covered = due.size();
                        uncovered = null;
                    }
                } else if (rewritten++ == 0) {
                    found(new Finding(
                            Kind.HISTORY_REWRITTEN,
                            row == null ? "checkpoint" : row.row(),
                            good + 1,
                            null,
                            null,
                            "What was signed over " + due.size() + " entries is not what there is: something between"
                                    + " positions " + (good + 1) + " and " + due.size()
                                    + " was rewritten together with its leaf."));
                }
                advance();
            }
        }

        void rest() {
            long more = 0;
            Checkpoint one = next;
            String where = row == null ? "checkpoint" : row.row();
            while (next != null) {
                more++;
                advance();
            }
            if (one != null) {
                found(new Finding(
                        Kind.TRUNCATED,
                        where,
                        frontier.size() + 1,
                        null,
                        null,
                        "A genuine checkpoint covers " + one.size() + " entries (and " + (more - 1)
                                + " more cover more), but there are only " + frontier.size()
                                + ": the newest were removed."));
            }
        }
    }

    private void checkCheckpoints() {
        sources.forEach(CheckpointSource::check);
    }

    private void checkCosignatures(SignedNote note, long size) {
        for (StoredLog.CosignatureRow row = cosignatures.peek();
                row != null && row.size() <= size;
                row = cosignatures.peek()) {
            cosignatures.next();
            if (trust.witnesses().isEmpty() || refusedSizes.contains(row.size())) {
                uncheckedCosignatures++;
            } else if (row.size() < size || !isGenuine(row, note)) {
                foundCosignature(row);
            }
        }
    }

    private boolean isGenuine(StoredLog.CosignatureRow row, SignedNote note) {
        try {
            NoteSignature signature = NoteSignature.parse(new String(row.line(), StandardCharsets.UTF_8));
            return trust.witnesses().stream()
                    .anyMatch(k -> k.made(signature) && k.verifies(note.text(), signature.signature()));
        } catch (NotGenuine e) {
            return false;
        }
    }

    private void foundCosignature(StoredLog.CosignatureRow row) {
        String name = "log_cosignature size=" + row.size();
        found(new Finding(
                Kind.CHECKPOINT_NOT_GENUINE,
                name,
                null,
                null,
                null,
                name + ": none of the witnesses signed the checkpoint of this size so."));
    }

    private static StoredLog.Rows<StoredLog.CheckpointRow> rows(Path directory, PublishedCheckpoints kept) {
        long[] count = {0};
        return () -> {
            try {
                byte[] note = kept.next();
                count[0]++;
                return note == null ? null : new StoredLog.CheckpointRow(directory + " note " + count[0], -1, note);
            } catch (IOException e) {
                throw new LogUnreadable("the published checkpoints could not be read: " + directory, e);
            }
        };
    }

    // ---- the end

    private void rest() {
        for (Leaf leaf : missing.values()) {
            EncodedEvent elsewhere = surplus.remove(leaf.eventId());
            String row = "event position=" + leaf.position();
            if (elsewhere == null) {
                found(new Finding(
                        Kind.EVENT_MISSING,
                        row,
                        leaf.position(),
                        leaf.eventId(),
                        leaf.aggregate(),
                        "Position " + leaf.position() + ", event " + leaf.eventId() + ": the sealed event is gone."));
            } else {
                found(new Finding(
                        Kind.EVENT_MOVED,
                        row,
                        leaf.position(),
                        leaf.eventId(),
                        leaf.aggregate(),
                        "Position " + leaf.position() + ", event " + leaf.eventId() + ": it now stands at position "
                                + elsewhere.position() + "."));
            }
        }
        surplus.values().forEach(this::inserted);
        alteredTypes.forEach((what, affected) -> found(new Finding(
                Kind.TYPE_ALTERED,
                what.substring(0, what.indexOf(':')),
                null,
                null,
                null,
                what + " (" + affected + " events).")));
        levels.forEach(level -> restOf(level.rows));
        for (int level = levels.size() + 1; level <= Tile.HIGHEST_LEVEL; level++) {
            restOf(new Peeking<>(log.nodes(level)));
        }
        restOf(new Peeking<>(log.strayNodes()));
        for (LogTables.Node gone : missingNodes) {
            LogTables.Node elsewhere = surplusNodes.stream()
                    .filter(n -> java.util.Arrays.equals(n.hash(), gone.hash()))
                    .findFirst()
                    .orElse(null);
            if (elsewhere == null) {
                foundNode(gone, "it is missing");
            } else {
                surplusNodes.remove(elsewhere);
                foundNode(elsewhere, "it belongs at level " + gone.level() + ", index " + gone.index());
            }
        }
        surplusNodes.forEach(n -> foundNode(n, "it is one too many"));
        sources.forEach(CheckpointSource::rest);
        for (StoredLog.CosignatureRow row = cosignatures.next(); row != null; row = cosignatures.next()) {
            if (trust.witnesses().isEmpty() || refusedSizes.contains(row.size())) {
                uncheckedCosignatures++;
            } else {
                foundCosignature(row);
            }
        }
    }

    private void restOf(Peeking<LogTables.Node> rows) {
        for (LogTables.Node row = rows.next(); row != null; row = rows.next()) {
            surplusNode(row);
        }
    }

    private void found(Finding finding) {
        findings++;
        if (first == null) {
            first = finding;
        }
        out.accept(finding);
    }

    /** Rows with a look at the next one. */
    private static final class Peeking<T> {
        private final StoredLog.Rows<T> rows;
        private @Nullable T peeked;
        private boolean ended;

        Peeking(StoredLog.Rows<T> rows) {
            this.rows = rows;
        }

        @Nullable
        T peek() {
            if (peeked == null && !ended) {
                peeked = rows.next();
                ended = peeked == null;
            }
            return peeked;
        }

        @Nullable
        T next() {
            T next = peek();
            peeked = null;
            return next;
        }
    }
}
