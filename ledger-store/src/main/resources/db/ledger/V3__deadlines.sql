-- What the ledger has to do by itself when a moment passes: a to-do list, not history. It follows from the events and can
-- be made again from them, so it stands outside schema ledger, where nothing is ever changed.
-- Columns of deadline.task as db-scheduler 16 wants them (https://github.com/kagkarlsson/db-scheduler).

CREATE SCHEMA deadline;

CREATE TABLE deadline.task (
    task_name             text        NOT NULL,
    task_instance         text        NOT NULL,
    task_data             bytea,
    execution_time        timestamptz NOT NULL,
    picked                boolean     NOT NULL,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  integer,
    last_heartbeat        timestamptz,
    version               bigint      NOT NULL,
    priority              smallint,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX ON deadline.task (execution_time);
CREATE INDEX ON deadline.task (last_heartbeat);

-- How far events were read for the deadlines they set; one row. Reading them again does no harm.
CREATE TABLE deadline.read_up_to (
    one_row   boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    position  bigint  NOT NULL
);
INSERT INTO deadline.read_up_to (position) VALUES (0);

REVOKE ALL ON SCHEMA deadline FROM PUBLIC;
GRANT USAGE ON SCHEMA deadline TO ledger_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON deadline.task TO ledger_writer;
GRANT SELECT, UPDATE ON deadline.read_up_to TO ledger_writer;
