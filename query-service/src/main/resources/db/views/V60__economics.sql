-- Cost, benefit and effect. Everything is kept with the ledger positions between which it held, so that a figure can be
-- calculated as of any position, today as it was then.

CREATE TABLE views.recorded_day (
    day           date PRIMARY KEY,
    last_position bigint NOT NULL
);
COMMENT ON TABLE views.recorded_day IS 'The last ledger position recorded on each day (Europe/Oslo): turns a date into a position.';

CREATE TABLE views.parameter_version (
    version     text PRIMARY KEY,
    from_day    date NOT NULL,
    until_day   date,
    parameters  json NOT NULL,
    reason      text NOT NULL,
    recorded_at timestamptz NOT NULL,
    position    bigint NOT NULL
);
COMMENT ON TABLE views.parameter_version IS 'Parameter versions that were adopted; the one that comes with the ledger, 2026-01, is not in it.';
COMMENT ON COLUMN views.parameter_version.from_day IS 'The first day it applies; on a day, the version that began last applies.';
COMMENT ON COLUMN views.parameter_version.parameters IS 'The whole version as a parameter file.';

CREATE TABLE views.payer_party (
    position bigint PRIMARY KEY,
    payer    uuid NOT NULL,
    party    text NOT NULL
);
CREATE INDEX payer_party_payer ON views.payer_party (payer, position);
COMMENT ON TABLE views.payer_party IS 'Whose purse a paying service draws on, from a position on; until something is said, the municipality''s.';

CREATE TABLE views.economics_journey (
    journey                 uuid PRIMARY KEY,
    from_position           bigint NOT NULL,
    previous_from           bigint,
    opened_on               date NOT NULL,
    first_decision_on       date,
    target_group            text,
    cohort                  integer,
    service_degree          integer,
    starting_stage          text,
    stage                   text,
    goal_stage              text,
    phase                   text NOT NULL,
    agreed_plan             integer
);
COMMENT ON TABLE views.economics_journey IS 'What figures ask of a journey, as it is now: the newest row of journey_state.';

CREATE TABLE views.journey_state (
    journey           uuid NOT NULL,
    from_position     bigint NOT NULL,
    until_position    bigint,
    opened_on         date NOT NULL,
    first_decision_on date,
    target_group      text,
    cohort            integer,
    service_degree    integer,
    starting_stage    text,
    stage             text,
    goal_stage        text,
    phase             text NOT NULL,
    agreed_plan       integer,
    PRIMARY KEY (journey, from_position)
);
CREATE INDEX journey_state_now ON views.journey_state (journey) WHERE until_position IS NULL;
COMMENT ON TABLE views.journey_state IS 'What figures ask of a journey, from one ledger position until another.';
COMMENT ON COLUMN views.journey_state.until_position IS 'The first position at which it no longer held; empty for now.';
COMMENT ON COLUMN views.journey_state.first_decision_on IS 'The day the first decision was taken with the people it concerns.';
COMMENT ON COLUMN views.journey_state.cohort IS 'The year of enrolment.';

CREATE TABLE views.plan_outline (
    journey  uuid NOT NULL,
    plan     integer NOT NULL,
    measures uuid[] NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (journey, plan)
);
COMMENT ON TABLE views.plan_outline IS 'The measures of each plan version: a benefit belongs to the versions that have one of its measures.';

CREATE TABLE views.planned_cost (
    journey        uuid NOT NULL,
    plan           integer NOT NULL,
    measure        uuid NOT NULL,
    line           integer NOT NULL,
    area           text NOT NULL,
    paying_service uuid NOT NULL,
    year           integer NOT NULL,
    amount_ore     bigint NOT NULL,
    PRIMARY KEY (journey, plan, measure, line)
);
COMMENT ON TABLE views.planned_cost IS 'What each plan version expects its measures to cost, by paying service and year, in øre.';

CREATE TABLE views.benefit_card (
    benefit         uuid PRIMARY KEY,
    journey         uuid NOT NULL,
    from_position   bigint NOT NULL,
    previous_from   bigint,
    opened_position bigint NOT NULL,
    step            text NOT NULL,
    description     text NOT NULL,
    beneficiary     text NOT NULL,
    kind            text NOT NULL,
    indicator       text NOT NULL,
    unit            text NOT NULL,
    baseline        numeric NOT NULL,
    baseline_on     date NOT NULL,
    target          numeric NOT NULL,
    target_on       date NOT NULL,
    measures        uuid[] NOT NULL,
    source          text NOT NULL,
    assumptions     json NOT NULL,
    dis_benefits    json NOT NULL,
    risk            text,
    valuation       integer NOT NULL,
    worth           json,
    cashable        text,
    cashable_reason text,
    owner           uuid,
    responsible     uuid,
    measuring_dates json NOT NULL,
    result          text,
    lesson          text,
    dropped_because text
);
CREATE INDEX benefit_card_journey ON views.benefit_card (journey, opened_position);
COMMENT ON TABLE views.benefit_card IS 'Benefit cards as they stand; words are sealed.';
COMMENT ON COLUMN views.benefit_card.step IS 'IDENTIFIED, VALUED, ANCHORED, MEASURED, EVALUATED or DROPPED.';

CREATE TABLE views.benefit_state (
    benefit        uuid NOT NULL,
    from_position  bigint NOT NULL,
    until_position bigint,
    journey        uuid NOT NULL,
    step           text NOT NULL,
    kind           text NOT NULL,
    beneficiary    text NOT NULL,
    measures       uuid[] NOT NULL,
    valuation      integer NOT NULL,
    price_year     integer,
    consequence    integer,
    PRIMARY KEY (benefit, from_position)
);
CREATE INDEX benefit_state_journey ON views.benefit_state (journey);
COMMENT ON TABLE views.benefit_state IS 'Where a benefit stood, from one ledger position until another.';
COMMENT ON COLUMN views.benefit_state.consequence IS 'Of a benefit without a price: from -4 to +4. Never shown as zero kroner.';

CREATE TABLE views.benefit_gain (
    benefit           uuid NOT NULL,
    valuation         integer NOT NULL,
    gain              integer NOT NULL,
    year              integer NOT NULL,
    journey           uuid NOT NULL,
    form              text NOT NULL,
    giver             text,
    receiver          text NOT NULL,
    unit_value        text,
    planned_low       numeric NOT NULL,
    planned_expected  numeric NOT NULL,
    planned_high      numeric NOT NULL,
    measured_low      numeric NOT NULL,
    measured_expected numeric NOT NULL,
    measured_high     numeric NOT NULL,
    PRIMARY KEY (benefit, valuation, gain, year)
);
CREATE INDEX benefit_gain_journey ON views.benefit_gain (journey);
COMMENT ON TABLE views.benefit_gain IS 'What each valuation of a benefit comes to, year by year: øre of the price year with six decimals, or units of a unit value with twelve.';
COMMENT ON COLUMN views.benefit_gain.unit_value IS 'The unit value that the numbers are quantities of; empty when they are øre.';
COMMENT ON COLUMN views.benefit_gain.planned_expected IS 'price x growth x probability x (1-deadweight) x (1-attribution) x (1-displacement) x (1-drop-off)^(years after the first).';
COMMENT ON COLUMN views.benefit_gain.measured_expected IS 'The same without probability and drop-off, which measuring answers: times the realised share it is what was realised.';

CREATE TABLE views.benefit_reading (
    position bigint PRIMARY KEY,
    benefit  uuid NOT NULL,
    journey  uuid NOT NULL,
    year     integer NOT NULL,
    on_day   date NOT NULL,
    value    numeric NOT NULL,
    share    numeric NOT NULL,
    remark   text
);
CREATE INDEX benefit_reading_benefit ON views.benefit_reading (benefit, year);
CREATE INDEX benefit_reading_journey ON views.benefit_reading (journey);
COMMENT ON TABLE views.benefit_reading IS 'What was measured. The latest reading of a calendar year counts for it.';

CREATE TABLE views.self_report (
    report             uuid PRIMARY KEY,
    journey            uuid NOT NULL,
    person             uuid NOT NULL,
    instrument         text NOT NULL,
    instrument_version text NOT NULL,
    moment             text NOT NULL,
    on_day             date NOT NULL,
    language           text NOT NULL,
    own                boolean NOT NULL,
    respondent         uuid NOT NULL,
    helper_present     boolean NOT NULL,
    declined           boolean NOT NULL,
    answers            text,
    position           bigint NOT NULL
);
CREATE INDEX self_report_journey ON views.self_report (journey, position);
COMMENT ON TABLE views.self_report IS 'Self-reports; answers are health data, sealed, and scored only when somebody who may asks.';
COMMENT ON COLUMN views.self_report.own IS 'Whether the person answered; answers for somebody are never pooled with own ones.';

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON
    views.recorded_day, views.parameter_version, views.payer_party, views.economics_journey, views.journey_state,
    views.plan_outline, views.planned_cost, views.benefit_card, views.benefit_state, views.benefit_gain,
    views.benefit_reading, views.self_report
TO ledger_views;
