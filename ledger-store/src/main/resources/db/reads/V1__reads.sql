-- The read log: every reading of a person's data, recorded before the answer leaves. Append-only, each entry chained to
-- the one before by its hash; the newest hash is recorded in the ledger from time to time, and so in its tree.
-- See docs/adr/0005-the-read-log.md. The roles ledger_reader and ledger_writer exist before this runs (LedgerSchema).

CREATE TABLE reads.read (
    position     bigint      PRIMARY KEY CHECK (position > 0),
    recorded_at  timestamptz NOT NULL,
    entry        bytea       NOT NULL,  -- one JSON object in UTF-8: ids and codes only
    hash         bytea       NOT NULL CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE reads.read IS 'Who read whose data, when, through what, why and on what ground. One row per question answered.';
COMMENT ON COLUMN reads.read.hash IS 'SHA-256 over the hash before (32 zero bytes for the first), position and recorded_at in microseconds as 8 bytes each, and the entry.';

-- Whose data an entry is about; derived from the entry, so that a person finds theirs.
CREATE TABLE reads.subject (
    person    uuid   NOT NULL,
    position  bigint NOT NULL,
    PRIMARY KEY (person, position)
);

CREATE FUNCTION reads.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    RAISE EXCEPTION 'the read log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reads.read
    FOR EACH STATEMENT EXECUTE FUNCTION reads.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reads.subject
    FOR EACH STATEMENT EXECUTE FUNCTION reads.refuse_change();

-- The only way an entry is recorded. One call carries the entries of many readers and is one transaction.
-- subject_entry: the number of the entry, from 1, that each subject belongs to. Answers the position of the first.
CREATE FUNCTION reads.record(entries bytea[], subject_entry integer[], subject_person uuid[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    head      bigint;
    chain     bytea;
    recorded  timestamptz;
    micros    bigint;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'reads.record needs read committed, not %', current_setting('transaction_isolation')
            USING ERRCODE = 'invalid_transaction_state';
    END IF;
    PERFORM pg_advisory_xact_lock(4771471);
    SELECT r.position, r.hash, r.recorded_at INTO head, chain, recorded
    FROM reads.read r ORDER BY r.position DESC LIMIT 1;
    head := coalesce(head, 0);
    chain := coalesce(chain, decode(repeat('00', 32), 'hex'));
    -- A clock that was set back must not let the recorded time run backwards.
    recorded := greatest(clock_timestamp(), recorded);
    micros := (extract(epoch FROM recorded) * 1000000)::bigint;
    FOR i IN 1 .. cardinality(entries) LOOP
        chain := sha256(chain || int8send(head + i) || int8send(micros) || entries[i]);
        INSERT INTO reads.read (position, recorded_at, entry, hash) VALUES (head + i, recorded, entries[i], chain);
    END LOOP;
    INSERT INTO reads.subject (person, position)
    SELECT DISTINCT s.person, head + s.entry FROM unnest(subject_person, subject_entry) AS s(person, entry);
    RETURN head + 1;
END
$$;

REVOKE ALL ON SCHEMA reads FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA reads FROM PUBLIC;
GRANT USAGE ON SCHEMA reads TO ledger_reader, ledger_writer;
GRANT SELECT ON reads.read, reads.subject TO ledger_reader, ledger_writer;
GRANT EXECUTE ON FUNCTION reads.record(bytea[], integer[], uuid[]) TO ledger_reader, ledger_writer;
