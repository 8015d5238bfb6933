-- How people took part: counts by the month a thing took effect in Norway (the first day of it), never per person.
CREATE TABLE views.participation_taken (
    month     date NOT NULL,
    kind      text NOT NULL,
    decisions bigint NOT NULL CHECK (decisions > 0),
    PRIMARY KEY (month, kind)
);
COMMENT ON TABLE views.participation_taken IS 'Decisions taken.';

CREATE TABLE views.participation_persons (
    month     date NOT NULL,
    kind      text NOT NULL,
    means     text NOT NULL,
    assurance text NOT NULL,
    answer    text NOT NULL,
    persons   bigint NOT NULL CHECK (persons > 0),
    PRIMARY KEY (month, kind, means, assurance, answer)
);
COMMENT ON TABLE views.participation_persons IS 'How each person concerned took part in the decisions that were taken.';
COMMENT ON COLUMN views.participation_persons.assurance IS 'As it stood when the decision was taken.';

CREATE TABLE views.participation_children (
    month    date NOT NULL,
    kind     text NOT NULL,
    outcome  text NOT NULL,
    children bigint NOT NULL CHECK (children > 0),
    PRIMARY KEY (month, kind, outcome)
);
COMMENT ON TABLE views.participation_children IS 'How the children whom the decisions taken concern were heard.';

CREATE TABLE views.participation_refused (
    month    date NOT NULL,
    kind     text NOT NULL,
    reason   text NOT NULL,
    attempts bigint NOT NULL CHECK (attempts > 0),
    PRIMARY KEY (month, kind, reason)
);
COMMENT ON TABLE views.participation_refused IS 'Attempts to take a decision that were refused, by the first rule that was not met.';

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON
    views.participation_taken, views.participation_persons, views.participation_children, views.participation_refused
    TO ledger_views;
