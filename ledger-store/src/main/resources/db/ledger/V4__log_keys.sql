-- The log's public keys, in the order they came into use, so that a change of keys can be followed from the log itself.
-- Standing here makes no key trusted: a checkpoint signed by both the old and the new one does.

CREATE TABLE ledger.log_key (
    number  integer PRIMARY KEY CHECK (number > 0),
    key     text    NOT NULL CHECK (octet_length(key) <= 500)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.log_key
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

CREATE FUNCTION ledger.publish_log_key(fence bigint, key text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    PERFORM ledger.hold_log(fence);
    INSERT INTO ledger.log_key
    SELECT coalesce(max(k.number), 0) + 1, publish_log_key.key FROM ledger.log_key k
    HAVING NOT coalesce(bool_or(k.key = publish_log_key.key), false);
END
$$;

REVOKE ALL ON FUNCTION ledger.publish_log_key FROM PUBLIC;
GRANT SELECT ON ledger.log_key TO ledger_sealer, ledger_writer, ledger_reader;
GRANT EXECUTE ON FUNCTION ledger.publish_log_key TO ledger_sealer;
