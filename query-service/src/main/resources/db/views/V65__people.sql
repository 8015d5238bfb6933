-- How the people of a household change, and who may speak for whom.
ALTER TABLE views.household_member
    ADD COLUMN moved_out_on date,
    ADD COLUMN died_on      date,
    ADD COLUMN interpreter  boolean,
    ADD COLUMN language     text,
    ADD COLUMN other_help   text;
COMMENT ON COLUMN views.household_member.moved_out_on IS 'The day they moved out of the household.';
COMMENT ON COLUMN views.household_member.interpreter IS 'Whether they need an interpreter; empty when nobody recorded it.';
COMMENT ON COLUMN views.household_member.language IS 'The language to interpret to and from, sealed.';
COMMENT ON COLUMN views.household_member.other_help IS 'Other help to take part, sealed.';

CREATE TABLE views.representation (
    journey        uuid NOT NULL,
    representation uuid NOT NULL,
    person         uuid NOT NULL,
    representative uuid NOT NULL,
    name           text NOT NULL,
    kind           text NOT NULL,
    scope          json NOT NULL,
    from_day       date NOT NULL,
    until_day      date,
    document       text NOT NULL,
    recorded_by    uuid NOT NULL,
    ended_at       timestamptz,
    position       bigint NOT NULL,
    PRIMARY KEY (journey, representation)
);
COMMENT ON TABLE views.representation IS 'Guardians and attorneys: who may answer for whom, in which affairs and until when.';
COMMENT ON COLUMN views.representation.name IS 'The representative''s name, sealed with the represented person''s key.';
COMMENT ON COLUMN views.representation.document IS 'The document it rests on, sealed.';
COMMENT ON COLUMN views.representation.recorded_by IS 'Who recorded it.';

ALTER TABLE views.trusted_person ADD COLUMN confirmed boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN views.trusted_person.confirmed IS 'Whether the person, or somebody of another service than the one who wrote it down, said so.';

-- Ids are given by callers and may be the same in two journeys: what is one journey's never stands in another's way.
ALTER TABLE views.mandate DROP CONSTRAINT mandate_pkey, ADD PRIMARY KEY (journey, mandate);
ALTER TABLE views.consent DROP CONSTRAINT consent_pkey, ADD PRIMARY KEY (journey, consent);
ALTER TABLE views.meeting DROP CONSTRAINT meeting_pkey, ADD PRIMARY KEY (journey, meeting);

-- ------------------------------------------------------------------------------------------------ the course of a journey
ALTER TABLE views.team_member ADD COLUMN sector text;
COMMENT ON COLUMN views.team_member.sector IS 'Where they come from, inside or outside the municipality.';
ALTER TABLE views.household_member ADD COLUMN preferred_contact uuid;
COMMENT ON COLUMN views.household_member.preferred_contact IS 'Whom on the team they prefer to turn to.';
ALTER TABLE views.measure ADD COLUMN started_on date;

CREATE TABLE views.mapping_sheet (
    journey    uuid NOT NULL,
    version    integer NOT NULL,
    meeting    uuid NOT NULL,
    owner      uuid NOT NULL,
    entries    json NOT NULL,
    other_form text,
    written_at timestamptz NOT NULL,
    position   bigint NOT NULL,
    PRIMARY KEY (journey, version)
);
COMMENT ON TABLE views.mapping_sheet IS 'What each meeting wrote on a mapping sheet; a sheet as it stands is everything its owner''s versions hold.';

CREATE TABLE views.rating (
    position bigint PRIMARY KEY,
    journey  uuid NOT NULL,
    person   uuid NOT NULL,
    area     text NOT NULL,
    rating   text NOT NULL,
    rater    text NOT NULL,
    remark   text,
    rated_at timestamptz NOT NULL
);
CREATE INDEX rating_journey ON views.rating (journey, position);
COMMENT ON TABLE views.rating IS 'Life areas as the citizen and the team judged them, none overwritten.';

CREATE TABLE views.vulnerability (
    position  bigint PRIMARY KEY,
    journey   uuid NOT NULL,
    degree    text NOT NULL,
    rater     text NOT NULL,
    remark    text,
    judged_at timestamptz NOT NULL
);
CREATE INDEX vulnerability_journey ON views.vulnerability (journey, position);
COMMENT ON TABLE views.vulnerability IS 'The degree of vulnerability as judged by the household and the team.';

CREATE TABLE views.additional_investment (
    position  bigint PRIMARY KEY,
    journey   uuid NOT NULL,
    reason    text NOT NULL,
    marked_at timestamptz NOT NULL
);
CREATE INDEX additional_investment_journey ON views.additional_investment (journey, position);
COMMENT ON TABLE views.additional_investment IS 'Where a journey was marked as needing more than was planned.';

CREATE TABLE views.pilot_agreement (
    journey              uuid NOT NULL,
    version              integer NOT NULL,
    citizen_may_expect   json NOT NULL,
    municipality_expects json NOT NULL,
    accepted_by          uuid[] NOT NULL,
    offered_at           timestamptz NOT NULL,
    PRIMARY KEY (journey, version)
);
COMMENT ON TABLE views.pilot_agreement IS 'What citizen and municipality may expect of each other, and who accepted it.';

CREATE TABLE views.gathered_plan (
    journey     uuid NOT NULL,
    gathered    uuid NOT NULL,
    person      uuid NOT NULL,
    service     uuid NOT NULL,
    reference   text NOT NULL,
    gathered_at timestamptz NOT NULL,
    PRIMARY KEY (journey, gathered)
);
COMMENT ON TABLE views.gathered_plan IS 'Individual plans of services, gathered into the one plan.';

CREATE TABLE views.follow_up (
    journey    uuid NOT NULL,
    follow_up  uuid NOT NULL,
    on_day     date NOT NULL,
    standing   text NOT NULL,
    meeting    uuid,
    due_at     timestamptz,
    overdue_at timestamptz,
    position   bigint NOT NULL,
    PRIMARY KEY (journey, follow_up)
);
CREATE INDEX follow_up_standing ON views.follow_up (standing, on_day);
COMMENT ON TABLE views.follow_up IS 'Agreed dates to meet again: agreed, due, overdue or held.';

CREATE TABLE views.experience (
    position   bigint PRIMARY KEY,
    journey    uuid NOT NULL,
    follow_up  uuid NOT NULL,
    person     uuid,
    experience text NOT NULL,
    words      text,
    said_at    timestamptz NOT NULL
);
CREATE INDEX experience_journey ON views.experience (journey, position);
COMMENT ON TABLE views.experience IS 'How the situation is experienced: the leader''s report (no person) and the family''s own.';

CREATE TABLE views.correction (
    position bigint PRIMARY KEY,
    journey  uuid NOT NULL,
    corrects bigint NOT NULL
);
CREATE INDEX correction_corrects ON views.correction (corrects);
COMMENT ON TABLE views.correction IS 'Which entry corrects which.';

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON
    views.representation, views.mapping_sheet, views.rating, views.vulnerability, views.additional_investment,
    views.pilot_agreement, views.gathered_plan, views.follow_up, views.experience, views.correction TO ledger_views;
