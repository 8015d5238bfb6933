-- Who was erased, so that what is kept in memory about people forgets them. Of those erased before this table was, nothing opens
-- and so nothing is ever taken up.
CREATE TABLE views.erased_person (
    person   uuid PRIMARY KEY,
    position bigint NOT NULL
);
COMMENT ON TABLE views.erased_person IS 'Persons whose key was destroyed; nothing but their random id, which the ledger keeps too.';
CREATE INDEX erased_person_position ON views.erased_person (position);
CREATE INDEX self_report_position ON views.self_report (position);
CREATE INDEX self_report_person ON views.self_report (person);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON views.erased_person TO ledger_views;
