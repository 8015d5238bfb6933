-- The ledger: one lean, append-only table of events, read by position. See docs/adr/0001-the-store-and-its-positions.md.
-- The roles ledger_writer and ledger_reader exist before this runs (LedgerSchema creates them when they are missing).

CREATE TABLE ledger.event_type (
    id        smallint PRIMARY KEY,
    name      text     NOT NULL CHECK (name ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
    revision  smallint NOT NULL CHECK (revision > 0),
    UNIQUE (name, revision)
);

-- Positions are given under the append's lock, so their order is commit order and there is no gap. No index on event_id:
-- an event is found by (aggregate, sequence), also when an uncertain append is looked up.
CREATE TABLE ledger.event (
    position     bigint      PRIMARY KEY,
    aggregate    uuid        NOT NULL,
    sequence     bigint      NOT NULL CHECK (sequence >= 0),
    event_id     uuid        NOT NULL,
    type         smallint    NOT NULL,
    recorded_at  timestamptz NOT NULL,
    payload      bytea       NOT NULL,
    metadata     bytea       NOT NULL,
    UNIQUE (aggregate, sequence)
);

CREATE TABLE ledger.snapshot (
    aggregate       uuid    NOT NULL,
    sequence        bigint  NOT NULL,
    state_type      text    NOT NULL,
    state_revision  integer NOT NULL,
    state           bytea   NOT NULL,
    mac             bytea   NOT NULL,
    PRIMARY KEY (aggregate, sequence)
);

CREATE TABLE ledger.idempotency (
    key           uuid        PRIMARY KEY,
    request_hash  bytea       NOT NULL,
    status        smallint    NOT NULL,
    answer        bytea       NOT NULL,
    position      bigint      NOT NULL,
    version       bigint      NOT NULL,
    recorded_at   timestamptz NOT NULL
);

-- Grants keep the services out; this keeps the owner and a superuser from changing history by mistake. Whoever disables
-- the trigger on purpose is found by the tamper evidence.
CREATE FUNCTION ledger.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.event_type
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

-- Gives the number of a logical type and revision, a new one the first time it is seen.
CREATE FUNCTION ledger.register_event_type(type_name text, type_revision integer) RETURNS smallint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    found_id smallint;
BEGIN
    PERFORM pg_advisory_xact_lock(4771462);
    SELECT t.id INTO found_id FROM ledger.event_type t WHERE t.name = type_name AND t.revision = type_revision;
    IF found_id IS NULL THEN
        INSERT INTO ledger.event_type
        SELECT coalesce(max(t.id), 0) + 1, type_name, type_revision FROM ledger.event_type t
        RETURNING id INTO found_id;
    END IF;
    RETURN found_id;
END
$$;

-- The only way an event is recorded. One call carries the appends of many callers ("commands", numbered from 1 in their
-- order) and is one transaction. Under one lock for the whole ledger it reads the head, drops the commands whose
-- expectations do not hold or whose idempotency key is taken, and inserts the rest at the next positions.
--
-- expected_*: the last sequence each command saw of each aggregate it wrote or rested on, -1 for none.
-- Answers: the head before the call, when it was recorded, and the commands dropped for either reason (a taken key comes
-- before a conflict: it is the truer answer to a repeated request). Those not named were recorded in their order.
CREATE FUNCTION ledger.append(
    expected_command integer[], expected_aggregate uuid[], expected_sequence bigint[],
    event_command integer[], event_aggregate uuid[], event_sequence bigint[], event_id uuid[], event_type smallint[],
    event_payload bytea[], event_metadata bytea[],
    key_command integer[], key_value uuid[], key_request_hash bytea[], key_status smallint[], key_answer bytea[],
    key_version bigint[],
    snapshot_command integer[], snapshot_aggregate uuid[], snapshot_sequence bigint[], snapshot_type text[],
    snapshot_revision integer[], snapshot_state bytea[], snapshot_mac bytea[],
    OUT head bigint, OUT recorded timestamptz, OUT conflicting integer[], OUT taken integer[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    dropped integer[];
BEGIN
    -- Each statement below must see what was committed while this call waited for the lock.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'ledger.append needs read committed, not %', current_setting('transaction_isolation')
            USING ERRCODE = 'invalid_transaction_state';
    END IF;
    PERFORM pg_advisory_xact_lock(4771461);

    SELECT e.position, e.recorded_at INTO head, recorded FROM ledger.event e ORDER BY e.position DESC LIMIT 1;
    head := coalesce(head, 0);
    -- A clock that was set back must not let the recorded time run backwards.
    recorded := greatest(clock_timestamp(), recorded);

    IF cardinality(key_command) = 0 THEN
        taken := '{}';
    ELSE
        SELECT coalesce(array_agg(k.command), '{}') INTO taken
        FROM unnest(key_command, key_value) AS k(command, value)
        WHERE EXISTS (SELECT FROM ledger.idempotency i WHERE i.key = k.value);
    END IF;

    SELECT coalesce(array_agg(DISTINCT x.command), '{}') INTO conflicting
    FROM unnest(expected_command, expected_aggregate, expected_sequence) AS x(command, aggregate, sequence)
    WHERE x.sequence <> coalesce(
            (SELECT e.sequence FROM ledger.event e WHERE e.aggregate = x.aggregate ORDER BY e.sequence DESC LIMIT 1), -1)
      AND x.command <> ALL (taken);

    dropped := taken || conflicting;

    INSERT INTO ledger.event (position, aggregate, sequence, event_id, type, recorded_at, payload, metadata)
    SELECT head + row_number() OVER (ORDER BY e.ordinal),
           e.aggregate, e.sequence, e.id, e.type, recorded, e.payload, e.metadata
    FROM unnest(event_command, event_aggregate, event_sequence, event_id, event_type, event_payload, event_metadata)
        WITH ORDINALITY AS e(command, aggregate, sequence, id, type, payload, metadata, ordinal)
    WHERE e.command <> ALL (dropped);

    IF cardinality(key_command) > 0 THEN
        INSERT INTO ledger.idempotency (key, request_hash, status, answer, position, version, recorded_at)
        SELECT k.value, k.request_hash, k.status, k.answer, p.last, k.version, recorded
        FROM unnest(key_command, key_value, key_request_hash, key_status, key_answer, key_version)
            AS k(command, value, request_hash, status, answer, version)
        JOIN (SELECT n.command, max(n.position) AS last
              FROM (SELECT e.command, head + row_number() OVER (ORDER BY e.ordinal) AS position
                    FROM unnest(event_command) WITH ORDINALITY AS e(command, ordinal)
                    WHERE e.command <> ALL (dropped)) n
              GROUP BY n.command) p ON p.command = k.command;
    END IF;

    IF cardinality(snapshot_command) > 0 THEN
        INSERT INTO ledger.snapshot (aggregate, sequence, state_type, state_revision, state, mac)
        SELECT s.aggregate, s.sequence, s.type, s.revision, s.state, s.mac
        FROM unnest(snapshot_command, snapshot_aggregate, snapshot_sequence, snapshot_type, snapshot_revision,
                    snapshot_state, snapshot_mac) AS s(command, aggregate, sequence, type, revision, state, mac)
        WHERE s.command <> ALL (dropped);
    END IF;
END
$$;

-- Waits until no append is under way any more, so that what is read afterwards is final. For looking up an append whose
-- answer was lost with its connection.
CREATE FUNCTION ledger.settle() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock(4771461);
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
REVOKE ALL ON SCHEMA ledger FROM PUBLIC;
GRANT USAGE ON SCHEMA ledger TO ledger_writer, ledger_reader;
GRANT SELECT ON ledger.event, ledger.event_type, ledger.snapshot, ledger.idempotency TO ledger_writer;
GRANT SELECT ON ledger.event, ledger.event_type TO ledger_reader;
GRANT EXECUTE ON FUNCTION ledger.register_event_type(text, integer), ledger.settle() TO ledger_writer;
GRANT EXECUTE ON FUNCTION ledger.append TO ledger_writer;
