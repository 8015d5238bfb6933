-- What people ask, kept ready. Every row here comes from the ledger's events and can be made again from them; nothing else
-- writes. Personal texts are kept as the sealed envelopes they have in the events and are opened when somebody may read
-- them. The role ledger_views exists before this runs (ViewsSchema creates it when it is missing).

-- ---------------------------------------------------------------------------------------------------------------- reading
CREATE TABLE views.projection_progress (
    name          text PRIMARY KEY,
    position      bigint NOT NULL CHECK (position >= 0),
    recorded_at   timestamptz,
    rebuilding_to bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE views.projection_progress IS 'How far each projection has come; moved in the transaction that writes its rows.';
COMMENT ON COLUMN views.projection_progress.position IS 'Ledger position of the last event applied or parked, 0 for none.';
COMMENT ON COLUMN views.projection_progress.recorded_at IS 'When that event was recorded.';

COMMENT ON COLUMN views.projection_progress.rebuilding_to IS 'Until it has come to this position it is being rebuilt and its tables are not asked.';

CREATE TABLE views.token_entry (
    processor_name text NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
COMMENT ON TABLE views.token_entry IS 'Axon''s tokens: where each processor stands and which instance runs it.';

CREATE TABLE views.dead_letter (
    projection  text        NOT NULL,
    position    bigint      NOT NULL,
    aggregate   uuid        NOT NULL,
    sequence    bigint      NOT NULL,
    event_type  text        NOT NULL,
    behind      bigint,
    cause       text        NOT NULL,
    attempts    integer     NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (projection, position)
);
CREATE INDEX dead_letter_aggregate ON views.dead_letter (projection, aggregate, position);
COMMENT ON TABLE views.dead_letter IS 'Events a projection could not use, with everything later of the same aggregate, waiting to be tried again.';
COMMENT ON COLUMN views.dead_letter.behind IS 'Position of the parked event this one waits for; empty for the one that failed.';
COMMENT ON COLUMN views.dead_letter.cause IS 'What went wrong, without personal data.';
COMMENT ON COLUMN views.dead_letter.attempts IS 'How often it was tried.';
COMMENT ON COLUMN views.dead_letter.recorded_at IS 'When the event was recorded in the ledger.';

-- --------------------------------------------------------------------------------------------------------------- journeys
CREATE TABLE views.journey_list (
    journey         uuid PRIMARY KEY,
    opened_position bigint NOT NULL,
    person          uuid NOT NULL,
    name            text NOT NULL,
    door            text NOT NULL,
    opened_at       timestamptz NOT NULL,
    qualified       boolean,
    target_group    text,
    service_degree  integer,
    starting_stage  text,
    stage           text,
    goal_stage      text,
    phase           text NOT NULL,
    leader          uuid,
    drafted_plan    integer,
    agreed_plan     integer,
    closed_at       timestamptz,
    close_reason    text,
    version         bigint NOT NULL,
    position        bigint NOT NULL
);
CREATE UNIQUE INDEX journey_list_order ON views.journey_list (opened_position);
CREATE INDEX journey_list_leader ON views.journey_list (leader, opened_position);
COMMENT ON TABLE views.journey_list IS 'One row per journey: where it started, is and shall go, the phase, and who answers for it.';
COMMENT ON COLUMN views.journey_list.opened_position IS 'Ledger position of the referral: the order of the list.';
COMMENT ON COLUMN views.journey_list.person IS 'The citizen the journey was opened for.';
COMMENT ON COLUMN views.journey_list.name IS 'The citizen''s name, sealed.';
COMMENT ON COLUMN views.journey_list.starting_stage IS 'The circle where the journey started.';
COMMENT ON COLUMN views.journey_list.stage IS 'The circle where it is.';
COMMENT ON COLUMN views.journey_list.goal_stage IS 'The circle of the goal.';
COMMENT ON COLUMN views.journey_list.phase IS 'Where the programme is; never merged with the stage.';
COMMENT ON COLUMN views.journey_list.leader IS 'The investment leader, a worker.';
COMMENT ON COLUMN views.journey_list.drafted_plan IS 'Newest plan version drafted.';
COMMENT ON COLUMN views.journey_list.agreed_plan IS 'Newest plan version agreed.';
COMMENT ON COLUMN views.journey_list.version IS 'Sequence of the journey''s last event: the version a command expects.';
COMMENT ON COLUMN views.journey_list.position IS 'Ledger position of that event.';

CREATE TABLE views.household_member (
    journey                 uuid NOT NULL,
    person                  uuid NOT NULL,
    position                bigint NOT NULL,
    role                    text NOT NULL,
    name                    text NOT NULL,
    birth_date              text NOT NULL,
    parental_responsibility uuid[] NOT NULL,
    enrolled_on             date,
    left_at                 timestamptz,
    PRIMARY KEY (journey, person)
);
CREATE INDEX household_member_person ON views.household_member (person);
COMMENT ON TABLE views.household_member IS 'Who belongs to the household of a journey; also what a person may see: their own household''s journeys.';
COMMENT ON COLUMN views.household_member.position IS 'Ledger position they were registered at.';
COMMENT ON COLUMN views.household_member.name IS 'Their name, sealed.';
COMMENT ON COLUMN views.household_member.birth_date IS 'Their birth date, sealed.';
COMMENT ON COLUMN views.household_member.parental_responsibility IS 'For a child: who of the household holds parental responsibility.';
COMMENT ON COLUMN views.household_member.left_at IS 'When they left the programme of their own wish.';

CREATE TABLE views.team_member (
    journey   uuid NOT NULL,
    worker    uuid NOT NULL,
    service   uuid NOT NULL,
    role      text NOT NULL,
    joined_at timestamptz NOT NULL,
    left_at   timestamptz,
    position  bigint NOT NULL,
    PRIMARY KEY (journey, worker)
);
COMMENT ON TABLE views.team_member IS 'The investment team of a journey.';

CREATE TABLE views.trusted_person (
    journey  uuid NOT NULL,
    person   uuid NOT NULL,
    trusted  uuid NOT NULL,
    name     text NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (journey, person, trusted)
);
COMMENT ON TABLE views.trusted_person IS 'Whom a person of the household chose to trust.';

CREATE TABLE views.relation (
    journey  uuid NOT NULL,
    worker   uuid NOT NULL,
    person   uuid NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (journey, worker, person)
);
COMMENT ON TABLE views.relation IS 'Workers registered as related to a person, who take no decision that concerns them.';

CREATE TABLE views.mandate (
    mandate         uuid PRIMARY KEY,
    journey         uuid NOT NULL,
    worker          uuid NOT NULL,
    service         uuid NOT NULL,
    ceiling_ore     bigint NOT NULL,
    budget_years    integer[] NOT NULL,
    from_day        date NOT NULL,
    until_day       date NOT NULL,
    beyond_the_year boolean NOT NULL,
    delegated_by    uuid NOT NULL,
    delegated_at    timestamptz NOT NULL,
    revoked_at      timestamptz,
    position        bigint NOT NULL
);
CREATE INDEX mandate_journey ON views.mandate (journey, position);
COMMENT ON TABLE views.mandate IS 'What team members may decide on a unit''s behalf.';
COMMENT ON COLUMN views.mandate.ceiling_ore IS 'The most one decision may commit of this service''s money, in øre.';

CREATE TABLE views.consent (
    consent      uuid PRIMARY KEY,
    journey      uuid NOT NULL,
    person       uuid NOT NULL,
    service      uuid NOT NULL,
    information  text NOT NULL,
    purpose      text NOT NULL,
    until_day    date,
    given_at     timestamptz NOT NULL,
    withdrawn_at timestamptz,
    position     bigint NOT NULL
);
CREATE INDEX consent_journey ON views.consent (journey, position);
COMMENT ON TABLE views.consent IS 'Which service may learn what about a person, why and until when.';

CREATE TABLE views.stage_move (
    position   bigint PRIMARY KEY,
    journey    uuid NOT NULL,
    decision   uuid NOT NULL,
    from_stage text NOT NULL,
    to_stage   text NOT NULL,
    reason     text,
    moved_at   timestamptz NOT NULL
);
CREATE INDEX stage_move_journey ON views.stage_move (journey, position);
COMMENT ON TABLE views.stage_move IS 'Every move between stages, each by a decision.';

CREATE TABLE views.meeting (
    meeting  uuid PRIMARY KEY,
    journey  uuid NOT NULL,
    kind     text NOT NULL,
    on_day   date NOT NULL,
    attended uuid[] NOT NULL,
    sheet    integer,
    position bigint NOT NULL
);
CREATE INDEX meeting_journey ON views.meeting (journey, position);
COMMENT ON TABLE views.meeting IS 'Meetings, recorded calls and home visits, and who attended.';
COMMENT ON COLUMN views.meeting.sheet IS 'Version of the mapping sheet recorded in it.';

CREATE TABLE views.plan_version (
    journey           uuid NOT NULL,
    version           integer NOT NULL,
    situation         text NOT NULL,
    goals             json NOT NULL,
    measures          json NOT NULL,
    undertakings      json NOT NULL,
    expected_benefits text,
    content_hash      text NOT NULL,
    drafted_at        timestamptz NOT NULL,
    agreed_at         timestamptz,
    agreed_by         uuid,
    position          bigint NOT NULL,
    PRIMARY KEY (journey, version)
);
COMMENT ON TABLE views.plan_version IS 'Every version of the investment plan; agreement is to a version.';
COMMENT ON COLUMN views.plan_version.agreed_by IS 'The PLAN decision that agreed it.';

CREATE TABLE views.measure (
    journey     uuid NOT NULL,
    measure     uuid NOT NULL,
    goal        uuid NOT NULL,
    plan        integer NOT NULL,
    text        text NOT NULL,
    area        text NOT NULL,
    work_phase  text NOT NULL,
    persons     uuid[] NOT NULL,
    responsible uuid NOT NULL,
    from_day    date NOT NULL,
    until_day   date,
    finished_at timestamptz,
    PRIMARY KEY (journey, measure)
);
COMMENT ON TABLE views.measure IS 'Every measure as its newest plan version describes it.';
COMMENT ON COLUMN views.measure.text IS 'What is done, sealed.';

-- --------------------------------------------------------------------------------------------------------------- timeline
CREATE TABLE views.timeline_entry (
    position     bigint PRIMARY KEY,
    journey      uuid NOT NULL,
    type         text NOT NULL,
    revision     integer NOT NULL,
    aggregate    uuid NOT NULL,
    sequence     bigint NOT NULL,
    event_id     uuid NOT NULL,
    recorded_at  timestamptz NOT NULL,
    effective_at timestamptz NOT NULL,
    payload      json NOT NULL,
    metadata     json NOT NULL
);
CREATE INDEX timeline_entry_journey ON views.timeline_entry (journey, position);
COMMENT ON TABLE views.timeline_entry IS 'Everything recorded about a journey, on it or on a fund or claim for it, in recorded order.';
COMMENT ON COLUMN views.timeline_entry.payload IS 'The event in the revision named, sealed texts still sealed.';
COMMENT ON COLUMN views.timeline_entry.metadata IS 'Who acted, for whom, why and when it took effect.';

-- -------------------------------------------------------------------------------------------------------------- decisions
CREATE TABLE views.decision (
    decision       uuid PRIMARY KEY,
    journey        uuid NOT NULL,
    proposed_first bigint NOT NULL,
    kind           text NOT NULL,
    state          text NOT NULL CHECK (state IN ('PROPOSED', 'TAKEN', 'WITHDRAWN')),
    revision       integer NOT NULL,
    matter         json NOT NULL,
    wording        text NOT NULL,
    facts          text,
    legal_basis    text,
    concerned      uuid[] NOT NULL,
    wording_hash   text NOT NULL,
    proposer       uuid NOT NULL,
    policy_version text NOT NULL,
    proposed_at    timestamptz NOT NULL,
    refusals       integer NOT NULL,
    taker          uuid,
    taken_at       timestamptz,
    mandates       uuid[],
    weighing       text,
    participation  json,
    withdrawn_at   timestamptz,
    position       bigint NOT NULL
);
CREATE INDEX decision_journey ON views.decision (journey, proposed_first);
COMMENT ON TABLE views.decision IS 'The register of decisions, as each stands now.';
COMMENT ON COLUMN views.decision.proposed_first IS 'Ledger position of the first proposal: the order of the register.';
COMMENT ON COLUMN views.decision.revision IS 'Which wording is proposed: 1, and one more for every new one.';
COMMENT ON COLUMN views.decision.wording_hash IS 'Hash of that wording; an answer counts only when it was given to this.';
COMMENT ON COLUMN views.decision.refusals IS 'How often somebody tried to take it and was refused.';
COMMENT ON COLUMN views.decision.participation IS 'The evidence as it stood when it was taken, one per person concerned.';
COMMENT ON COLUMN views.decision.position IS 'Ledger position of the last event about it.';

CREATE TABLE views.decision_wording (
    decision     uuid NOT NULL,
    revision     integer NOT NULL,
    wording      text NOT NULL,
    wording_hash text NOT NULL,
    concerned    uuid[] NOT NULL,
    proposer     uuid NOT NULL,
    proposed_at  timestamptz NOT NULL,
    position     bigint NOT NULL,
    PRIMARY KEY (decision, revision)
);
COMMENT ON TABLE views.decision_wording IS 'Every wording a decision was proposed in.';

CREATE TABLE views.decision_answer (
    answer_id    uuid PRIMARY KEY,
    decision     uuid NOT NULL,
    journey      uuid NOT NULL,
    person       uuid NOT NULL,
    answered_by  uuid NOT NULL,
    wording_hash text NOT NULL,
    answer       text NOT NULL,
    own_words    text,
    means        text NOT NULL,
    help         text,
    meeting      uuid,
    recorded_as  text NOT NULL,
    assurance    text NOT NULL,
    recorded_by  uuid NOT NULL,
    recorded_at  timestamptz NOT NULL,
    effective_at timestamptz NOT NULL,
    position     bigint NOT NULL
);
CREATE INDEX decision_answer_decision ON views.decision_answer (decision, position);
COMMENT ON TABLE views.decision_answer IS 'What each person answered, to which wording, how, and who recorded it.';
COMMENT ON COLUMN views.decision_answer.recorded_as IS 'Assurance when it was recorded.';
COMMENT ON COLUMN views.decision_answer.assurance IS 'Assurance now: a witness raises RECORDED to WITNESSED.';

CREATE TABLE views.answer_confirmation (
    answer_id       uuid NOT NULL,
    position        bigint NOT NULL,
    decision        uuid NOT NULL,
    meeting         uuid NOT NULL,
    witness         uuid NOT NULL,
    witness_service uuid,
    spoke           boolean NOT NULL,
    confirmed_at    timestamptz NOT NULL,
    PRIMARY KEY (answer_id, position)
);
CREATE INDEX answer_confirmation_decision ON views.answer_confirmation (decision, position);
COMMENT ON TABLE views.answer_confirmation IS 'Who confirmed an answer as a witness.';
COMMENT ON COLUMN views.answer_confirmation.spoke IS 'The witness did not attend but spoke to the person afterwards.';

CREATE TABLE views.child_hearing (
    position     bigint PRIMARY KEY,
    decision     uuid NOT NULL,
    journey      uuid NOT NULL,
    child        uuid NOT NULL,
    wording_hash text NOT NULL,
    outcome      text NOT NULL,
    disagrees    boolean NOT NULL,
    view         text,
    recorded_by  uuid NOT NULL,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX child_hearing_decision ON views.child_hearing (decision, position);
COMMENT ON TABLE views.child_hearing IS 'How a child''s own view was heard before a decision.';

CREATE TABLE views.decision_refusal (
    position       bigint PRIMARY KEY,
    decision       uuid NOT NULL,
    journey        uuid NOT NULL,
    reason         text NOT NULL,
    missing        json NOT NULL,
    wording_hash   text NOT NULL,
    attempted_by   uuid NOT NULL,
    policy_version text NOT NULL,
    recorded_at    timestamptz NOT NULL
);
CREATE INDEX decision_refusal_decision ON views.decision_refusal (decision, position);
COMMENT ON TABLE views.decision_refusal IS 'Decisions attempted and refused: who tried, and what was missing.';

-- ------------------------------------------------------------------------------------------------------------------ money
CREATE TABLE views.fund (
    fund      uuid PRIMARY KEY,
    name      text NOT NULL,
    owners    uuid[] NOT NULL,
    opened_at timestamptz NOT NULL,
    position  bigint NOT NULL
);
CREATE UNIQUE INDEX fund_order ON views.fund (position);
COMMENT ON TABLE views.fund IS 'Budgets of one or several organisations together.';

CREATE TABLE views.fund_year (
    fund            uuid NOT NULL,
    year            integer NOT NULL,
    contributed_ore bigint NOT NULL CHECK (contributed_ore >= 0),
    available_ore   bigint NOT NULL CHECK (available_ore >= 0),
    reserved_ore    bigint NOT NULL CHECK (reserved_ore >= 0),
    spent_ore       bigint NOT NULL CHECK (spent_ore >= 0),
    PRIMARY KEY (fund, year),
    CONSTRAINT balanced CHECK (contributed_ore = available_ore + reserved_ore + spent_ore)
);
COMMENT ON TABLE views.fund_year IS 'The balance of a fund in one budget year, in øre.';

CREATE TABLE views.fund_posting (
    position        bigint PRIMARY KEY,
    fund            uuid NOT NULL,
    year            integer NOT NULL,
    kind            text NOT NULL,
    amount_ore      bigint NOT NULL CHECK (amount_ore > 0),
    contributed_ore bigint NOT NULL CHECK (contributed_ore >= 0),
    available_ore   bigint NOT NULL CHECK (available_ore >= 0),
    reserved_ore    bigint NOT NULL CHECK (reserved_ore >= 0),
    spent_ore       bigint NOT NULL CHECK (spent_ore >= 0),
    organisation    uuid,
    journey         uuid,
    decision        uuid,
    reservation     uuid,
    measure         uuid,
    goal            uuid,
    paying_service  uuid,
    spending        uuid,
    voucher         text,
    recorded_at     timestamptz NOT NULL,
    effective_at    timestamptz NOT NULL,
    CONSTRAINT balanced CHECK (contributed_ore = available_ore + reserved_ore + spent_ore)
);
CREATE INDEX fund_posting_fund ON views.fund_posting (fund, position);
CREATE INDEX fund_posting_journey ON views.fund_posting (journey, position) WHERE journey IS NOT NULL;
COMMENT ON TABLE views.fund_posting IS 'Every movement of money, with the balance of its fund and year just after it; a journey''s postings are those that name it.';
COMMENT ON COLUMN views.fund_posting.kind IS 'CONTRIBUTED, RESERVED, SPENT, REVERSED or RELEASED.';

CREATE TABLE views.journey_money (
    reservation    uuid PRIMARY KEY,
    journey        uuid NOT NULL,
    decision       uuid NOT NULL,
    measure        uuid NOT NULL,
    goal           uuid NOT NULL,
    fund           uuid NOT NULL,
    paying_service uuid NOT NULL,
    year           integer NOT NULL,
    allocated_ore  bigint NOT NULL CHECK (allocated_ore > 0),
    reserved_ore   bigint NOT NULL CHECK (reserved_ore >= 0),
    spent_ore      bigint NOT NULL CHECK (spent_ore >= 0),
    released_ore   bigint NOT NULL CHECK (released_ore >= 0),
    position       bigint NOT NULL,
    CONSTRAINT balanced CHECK (allocated_ore = reserved_ore + spent_ore + released_ore)
);
CREATE INDEX journey_money_journey ON views.journey_money (journey, position);
COMMENT ON TABLE views.journey_money IS 'Every amount line decided for a journey and what became of it: one row per reservation, in øre.';
COMMENT ON COLUMN views.journey_money.reserved_ore IS 'What is left of it in the fund''s reserved money.';

GRANT USAGE ON SCHEMA views TO ledger_views;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA views TO ledger_views;
