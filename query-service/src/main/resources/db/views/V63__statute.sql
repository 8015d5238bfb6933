-- What statute adds to decisions, and emergency measures. The law lets a service act at once; it does not let anybody forget it.

CREATE TABLE views.emergency (
    emergency      uuid PRIMARY KEY,
    journey        uuid NOT NULL,
    persons        uuid[] NOT NULL,
    what           text NOT NULL,
    legal_basis    text NOT NULL,
    approver       uuid NOT NULL,
    recorded_by    uuid NOT NULL,
    fund           uuid NOT NULL,
    paying_service uuid NOT NULL,
    year           integer NOT NULL,
    ceiling_ore    bigint NOT NULL,
    began_at       timestamptz NOT NULL,
    until_day      date NOT NULL,
    hear_by        date NOT NULL,
    unheard        uuid[] NOT NULL,
    overdue_at     timestamptz,
    position       bigint NOT NULL
);
CREATE INDEX emergency_journey ON views.emergency (journey, position);
COMMENT ON TABLE views.emergency IS 'What the law let a service do at once, and who has not been heard about it.';
COMMENT ON COLUMN views.emergency.what IS 'What was done and why it could not wait, sealed.';
COMMENT ON COLUMN views.emergency.unheard IS 'Whom it concerns and nobody has heard yet.';
COMMENT ON COLUMN views.emergency.overdue_at IS 'When the hearing date passed with somebody unheard.';

CREATE TABLE views.emergency_hearing (
    position  bigint PRIMARY KEY,
    emergency uuid NOT NULL,
    person    uuid NOT NULL,
    on_day    date NOT NULL,
    outcome   text NOT NULL,
    objects   boolean NOT NULL,
    view      text
);
CREATE INDEX emergency_hearing_emergency ON views.emergency_hearing (emergency, position);
COMMENT ON TABLE views.emergency_hearing IS 'How those an emergency measure concerns were heard afterwards.';

CREATE TABLE views.decision_notice (
    position     bigint PRIMARY KEY,
    decision     uuid NOT NULL,
    party        uuid NOT NULL,
    on_day       date NOT NULL,
    appeal_until date NOT NULL
);
CREATE INDEX decision_notice_decision ON views.decision_notice (decision, position);
COMMENT ON TABLE views.decision_notice IS 'When a party was told of a decision about rights or duties, and until when they may appeal.';

CREATE TABLE views.decision_appeal (
    appeal    uuid PRIMARY KEY,
    decision  uuid NOT NULL,
    party     uuid NOT NULL,
    on_day    date NOT NULL,
    late      boolean NOT NULL,
    own_words text,
    outcome   text,
    body      text,
    ruled_on  date,
    grounds   text,
    position  bigint NOT NULL
);
CREATE INDEX decision_appeal_decision ON views.decision_appeal (decision, position);
COMMENT ON TABLE views.decision_appeal IS 'Appeals, and what came of them.';

CREATE TABLE views.decision_reversal (
    decision    uuid PRIMARY KEY,
    appeal      uuid,
    by_decision uuid,
    reversed_at timestamptz NOT NULL,
    position    bigint NOT NULL
);
COMMENT ON TABLE views.decision_reversal IS 'Decisions that no longer hold, and what reversed them.';

CREATE TABLE views.external_decision (
    external    uuid PRIMARY KEY,
    journey     uuid NOT NULL,
    authority   text NOT NULL,
    persons     uuid[] NOT NULL,
    on_day      date NOT NULL,
    legal_basis text,
    what        text NOT NULL,
    position    bigint NOT NULL
);
CREATE INDEX external_decision_journey ON views.external_decision (journey, position);
COMMENT ON TABLE views.external_decision IS 'What other authorities decided about people of the household.';

ALTER TABLE views.measure ADD COLUMN dropped_at timestamptz;
COMMENT ON COLUMN views.measure.dropped_at IS 'When a decision gave it up.';

ALTER TABLE views.decision_answer ADD COLUMN signed_form text;
COMMENT ON COLUMN views.decision_answer.signed_form IS 'SHA-256 of the form the person signed.';

CREATE TABLE views.in_kind (
    contribution uuid PRIMARY KEY,
    fund         uuid NOT NULL,
    organisation uuid NOT NULL,
    year         integer NOT NULL,
    what         text NOT NULL,
    value_ore    bigint NOT NULL CHECK (value_ore > 0),
    price_year   integer NOT NULL,
    position     bigint NOT NULL
);
CREATE INDEX in_kind_fund ON views.in_kind (fund, position);
COMMENT ON TABLE views.in_kind IS 'What owners of a fund contributed that is no money: a balance of its own, never cash.';

CREATE TABLE views.in_kind_use (
    use          uuid PRIMARY KEY,
    contribution uuid NOT NULL,
    organisation uuid NOT NULL,
    what         text NOT NULL,
    journey      uuid NOT NULL,
    measure      uuid NOT NULL,
    value_ore    bigint NOT NULL CHECK (value_ore > 0),
    position     bigint NOT NULL
);
CREATE INDEX in_kind_use_journey ON views.in_kind_use (journey, position);
CREATE INDEX in_kind_use_contribution ON views.in_kind_use (contribution);
COMMENT ON TABLE views.in_kind_use IS 'What was used of it for a measure.';

CREATE TABLE views.participation_emergency (
    month         date PRIMARY KEY,
    measures      bigint NOT NULL CHECK (measures >= 0),
    heard         bigint NOT NULL CHECK (heard >= 0),
    did_not_speak bigint NOT NULL CHECK (did_not_speak >= 0),
    objections    bigint NOT NULL CHECK (objections >= 0),
    overdue       bigint NOT NULL CHECK (overdue >= 0)
);
COMMENT ON TABLE views.participation_emergency IS 'Emergency measures, and whether those they concern were heard afterwards.';
COMMENT ON COLUMN views.participation_emergency.overdue IS 'Persons not heard when the hearing date passed.';
COMMENT ON COLUMN views.fund_posting.kind IS 'CONTRIBUTED, RESERVED, SPENT, REVERSED, RELEASED, SENT or RECEIVED.';

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON
    views.emergency, views.emergency_hearing, views.decision_notice, views.decision_appeal, views.decision_reversal,
    views.external_decision, views.in_kind, views.in_kind_use, views.participation_emergency TO ledger_views;
