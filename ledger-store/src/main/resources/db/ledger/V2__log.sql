-- The log: the leaves of the Merkle tree over ledger positions, the roots of its full tiles, and every signed checkpoint.
-- Nothing is stored that a signature or a hash does not cover, and nothing twice: partial tiles are runs of rows.
-- See docs/adr/0004-tamper-evidence.md. The role ledger_sealer exists before this runs (LedgerSchema).

-- A run of leaves sealed at one time, never across the border of a tile (a multiple of 256).
CREATE TABLE ledger.log_leaf (
    first    bigint   PRIMARY KEY CHECK (first >= 0),
    leaves   integer  NOT NULL CHECK (leaves BETWEEN 1 AND 256),
    entries  bytea    NOT NULL,  -- each after its length in two bytes, as served in entry bundles
    hashes   bytea    NOT NULL   -- 32 bytes each, as served in tiles of level 0
);
ALTER TABLE ledger.log_leaf ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- The root of the full tile with this index on the level below.
CREATE TABLE ledger.log_node (
    level  smallint NOT NULL CHECK (level BETWEEN 1 AND 7),
    index  bigint   NOT NULL CHECK (index >= 0),
    hash   bytea    NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, index)
);

CREATE TABLE ledger.log_checkpoint (
    size  bigint NOT NULL CHECK (size >= 0),
    note  bytea  NOT NULL CHECK (octet_length(note) <= 2000),
    PRIMARY KEY (size, note)
);

-- What witnesses signed under a checkpoint, a signature line each.
CREATE TABLE ledger.log_cosignature (
    size  bigint NOT NULL CHECK (size >= 0),
    line  bytea  NOT NULL CHECK (octet_length(line) <= 2000),
    PRIMARY KEY (size, line)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.log_leaf
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.log_node
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.log_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.log_cosignature
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

-- Who seals. The advisory lock 4771463 chooses the leader; the number it then gets here fences off an earlier leader that
-- was cut off, or slept, and does not know yet.
CREATE SEQUENCE ledger.log_fence;

CREATE FUNCTION ledger.lead_log() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock(4771464);
    RETURN nextval('ledger.log_fence');
END
$$;

CREATE FUNCTION ledger.hold_log(fence bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock(4771464);
    IF fence <> (SELECT last_value FROM ledger.log_fence) THEN
        RAISE EXCEPTION 'another instance leads the log now' USING ERRCODE = 'LG001';
    END IF;
END
$$;

-- Appends leaves and the roots of the tiles they completed; the only way either is written.
CREATE FUNCTION ledger.extend_log(
    fence bigint, leaf_first bigint[], leaf_count integer[], leaf_entries bytea[], leaf_hashes bytea[],
    node_level smallint[], node_index bigint[], node_hash bytea[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    size bigint;
BEGIN
    PERFORM ledger.hold_log(fence);
    SELECT l.first + l.leaves INTO size FROM ledger.log_leaf l ORDER BY l.first DESC LIMIT 1;
    IF leaf_first[1] <> coalesce(size, 0) THEN
        RAISE EXCEPTION 'the log has % leaves; it cannot go on at %', coalesce(size, 0), leaf_first[1]
            USING ERRCODE = 'LG001';
    END IF;
    INSERT INTO ledger.log_leaf (first, leaves, entries, hashes)
    SELECT * FROM unnest(leaf_first, leaf_count, leaf_entries, leaf_hashes);
    INSERT INTO ledger.log_node (level, index, hash)
    SELECT * FROM unnest(node_level, node_index, node_hash);
END
$$;

CREATE FUNCTION ledger.publish_checkpoint(fence bigint, size bigint, note bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    PERFORM ledger.hold_log(fence);
    INSERT INTO ledger.log_checkpoint VALUES (size, note) ON CONFLICT DO NOTHING;
END
$$;

CREATE FUNCTION ledger.add_cosignature(size bigint, line bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
    INSERT INTO ledger.log_cosignature VALUES (size, line) ON CONFLICT DO NOTHING;
$$;

REVOKE ALL ON FUNCTION ledger.lead_log(), ledger.hold_log(bigint), ledger.extend_log, ledger.publish_checkpoint,
    ledger.add_cosignature FROM PUBLIC;
GRANT USAGE ON SCHEMA ledger TO ledger_sealer;
GRANT SELECT ON ledger.event, ledger.event_type TO ledger_sealer;
GRANT SELECT ON ledger.log_leaf, ledger.log_node, ledger.log_checkpoint, ledger.log_cosignature
    TO ledger_sealer, ledger_writer, ledger_reader;
GRANT EXECUTE ON FUNCTION ledger.lead_log(), ledger.extend_log, ledger.publish_checkpoint, ledger.add_cosignature
    TO ledger_sealer;
