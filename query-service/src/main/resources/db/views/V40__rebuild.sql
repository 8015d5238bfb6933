-- Projections are made anew beside the live ones, in a schema of their own, and take their place in one transaction. The
-- tables belong to whoever migrates; the role that writes rows may only call the functions below.
CREATE SCHEMA views_rebuilt;
COMMENT ON SCHEMA views_rebuilt IS 'Tables of projections being made anew; empty otherwise.';
GRANT USAGE ON SCHEMA views_rebuilt TO ledger_views;
CREATE SCHEMA views_retired;
COMMENT ON SCHEMA views_retired IS 'Tables that were replaced, within the transaction that replaces them; empty otherwise.';

CREATE TABLE views.rebuild (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    purpose     text        NOT NULL CHECK (purpose IN ('REPLACE', 'COMPARE')),
    projections text[]      NOT NULL,
    state       text        NOT NULL CHECK (state IN ('READING', 'INDEXING', 'CATCHING_UP', 'COMPARING', 'DONE', 'FAILED')),
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    position    bigint      NOT NULL,
    until       bigint      NOT NULL,
    failure     text,
    comparison  json
);
COMMENT ON TABLE views.rebuild IS 'Every time projections were made anew, to take the place of the live ones or to be compared with them.';
COMMENT ON COLUMN views.rebuild.position IS 'How far it has read the ledger.';
COMMENT ON COLUMN views.rebuild.until IS 'How far it has to read: where the live projections stand.';
COMMENT ON COLUMN views.rebuild.failure IS 'Why it failed, without personal data.';
COMMENT ON COLUMN views.rebuild.comparison IS 'For each table, how many rows there are and how many differ.';
GRANT SELECT, INSERT, UPDATE ON views.rebuild TO ledger_views;

COMMENT ON COLUMN views.projection_progress.rebuilding_to IS 'No longer used: projections are rebuilt beside the live ones.';

-- What a table is, or an error that says why it cannot be made anew.
CREATE FUNCTION views.rebuildable(tbl text) RETURNS oid
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    id oid := (SELECT c.oid FROM pg_class c
               WHERE c.relnamespace = 'views'::regnamespace AND c.relname = tbl AND c.relkind = 'r');
BEGIN
    IF id IS NULL THEN
        RAISE EXCEPTION 'views.% is no table', tbl;
    ELSIF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = id)
        OR EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND id IN (conrelid, confrelid))
        OR EXISTS (SELECT FROM pg_attribute WHERE attrelid = id AND attidentity <> '') THEN
        RAISE EXCEPTION 'views.% has triggers, foreign keys or an identity column, which a rebuilt table would not have', tbl;
    END IF;
    RETURN id;
END
$$;

-- Throws away what was made anew and has taken nobody's place.
CREATE FUNCTION views.discard_rebuilt() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    tbl text;
BEGIN
    FOR tbl IN SELECT relname FROM pg_class WHERE relnamespace = 'views_rebuilt'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('DROP TABLE views_rebuilt.%I', tbl);
    END LOOP;
END
$$;

-- Empty tables of the same shape, with their primary keys only; further indexes are quicker made afterwards. Nothing of it
-- is kept through a crash until it is finished: then it would be made again anyway.
CREATE FUNCTION views.begin_rebuild(names text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS
$$
DECLARE
    tbl text;
    key record;
BEGIN
    PERFORM views.discard_rebuilt();
    FOREACH tbl IN ARRAY names || ARRAY ['projection_progress', 'dead_letter'] LOOP
        EXECUTE format('CREATE UNLOGGED TABLE views_rebuilt.%1$I (LIKE views.%1$I INCLUDING ALL EXCLUDING INDEXES)', tbl);
        FOR key IN SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
                   WHERE contype = 'p' AND conrelid = views.rebuildable(tbl) LOOP
            EXECUTE format('ALTER TABLE views_rebuilt.%I ADD CONSTRAINT %I %s', tbl, key.conname, key.definition);
        END LOOP;
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON views_rebuilt.%I TO ledger_views', tbl);
    END LOOP;
END
$$;

-- Makes one table durable and gives it everything else that the live one has: constraints, indexes, comments, rights.
CREATE FUNCTION views.finish_rebuilt(tbl text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    live oid := views.rebuildable(tbl);
    one  record;
BEGIN
    EXECUTE format('ALTER TABLE views_rebuilt.%I SET LOGGED', tbl);
    FOR one IN SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
               WHERE contype IN ('u', 'x') AND conrelid = live LOOP
        EXECUTE format('ALTER TABLE views_rebuilt.%I ADD CONSTRAINT %I %s', tbl, one.conname, one.definition);
    END LOOP;
    FOR one IN SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index
               WHERE indrelid = live AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) LOOP
        EXECUTE replace(one.definition, format(' ON views.%I ', tbl), format(' ON views_rebuilt.%I ', tbl));
    END LOOP;
    IF obj_description(live) IS NOT NULL THEN
        EXECUTE format('COMMENT ON TABLE views_rebuilt.%I IS %L', tbl, obj_description(live));
    END IF;
    FOR one IN SELECT a.grantee, a.privilege_type, NULL::name AS attname FROM pg_class c, aclexplode(c.relacl) a
               WHERE c.oid = live AND a.grantee <> c.relowner
               UNION ALL
               SELECT a.grantee, a.privilege_type, t.attname FROM pg_attribute t, aclexplode(t.attacl) a
               WHERE t.attrelid = live LOOP
        EXECUTE format('GRANT %s %s ON views_rebuilt.%I TO %s', one.privilege_type,
                       CASE WHEN one.attname IS NULL THEN '' ELSE format('(%I)', one.attname) END, tbl,
                       CASE one.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(one.grantee)) END);
    END LOOP;
    EXECUTE format('ANALYZE views_rebuilt.%I', tbl);
END
$$;

-- Puts the rebuilt tables in the place of the live ones; the caller's transaction makes it one step. Views that others
-- defined over the live tables look at the new ones from then on.
CREATE FUNCTION views.switch_rebuilt(names text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    live oid[] := (SELECT array_agg(views.rebuildable(n)) FROM unnest(names) AS n);
    dependent record;
    redo text[] := '{}';
    tbl  text;
    statement text;
BEGIN
    FOR dependent IN
        WITH RECURSIVE over AS (
            SELECT unnest(live) AS id
            UNION
            SELECT r.ev_class FROM over
                JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = over.id
                    AND d.classid = 'pg_rewrite'::regclass
                JOIN pg_rewrite r ON r.oid = d.objid)
        SELECT c.oid, c.relkind, c.reloptions FROM over JOIN pg_class c ON c.oid = over.id
        WHERE NOT c.oid = ANY (live) ORDER BY c.oid
    LOOP
        IF dependent.relkind <> 'v' THEN
            RAISE EXCEPTION 'the materialized view % depends on a rebuilt table and cannot be moved to the new one',
                dependent.oid::regclass;
        END IF;
        redo := redo || format('CREATE OR REPLACE VIEW %s %s AS %s', dependent.oid::regclass,
                               'WITH (' || array_to_string(dependent.reloptions, ', ') || ')', pg_get_viewdef(dependent.oid));
    END LOOP;
    FOREACH tbl IN ARRAY names LOOP
        EXECUTE format('ALTER TABLE views.%I SET SCHEMA views_retired', tbl);
        EXECUTE format('ALTER TABLE views_rebuilt.%I SET SCHEMA views', tbl);
    END LOOP;
    FOREACH statement IN ARRAY redo LOOP
        EXECUTE statement;
    END LOOP;
    FOREACH tbl IN ARRAY names LOOP
        EXECUTE format('DROP TABLE views_retired.%I', tbl);
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION views.rebuildable(text), views.discard_rebuilt(), views.begin_rebuild(text[]),
    views.finish_rebuilt(text), views.switch_rebuilt(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION views.discard_rebuilt(), views.begin_rebuild(text[]), views.finish_rebuilt(text),
    views.switch_rebuilt(text[]) TO ledger_views;
