-- Ids are given by callers, and may be the same in two journeys or two funds: a row is known by its journey or fund and its id,
-- so that what one case app calls its things never stands in the way of another's.
ALTER TABLE views.decision_wording ADD COLUMN journey uuid;
UPDATE views.decision_wording w SET journey = d.journey FROM views.decision d WHERE d.decision = w.decision;
ALTER TABLE views.decision_wording ALTER COLUMN journey SET NOT NULL;
ALTER TABLE views.answer_confirmation ADD COLUMN journey uuid;
UPDATE views.answer_confirmation c SET journey = a.journey FROM views.decision_answer a WHERE a.answer_id = c.answer_id;
ALTER TABLE views.answer_confirmation ALTER COLUMN journey SET NOT NULL;
ALTER TABLE views.decision_notice ADD COLUMN journey uuid;
UPDATE views.decision_notice n SET journey = d.journey FROM views.decision d WHERE d.decision = n.decision;
ALTER TABLE views.decision_notice ALTER COLUMN journey SET NOT NULL;
ALTER TABLE views.decision_appeal ADD COLUMN journey uuid;
UPDATE views.decision_appeal a SET journey = d.journey FROM views.decision d WHERE d.decision = a.decision;
ALTER TABLE views.decision_appeal ALTER COLUMN journey SET NOT NULL;
ALTER TABLE views.decision_reversal ADD COLUMN journey uuid;
UPDATE views.decision_reversal r SET journey = d.journey FROM views.decision d WHERE d.decision = r.decision;
ALTER TABLE views.decision_reversal ALTER COLUMN journey SET NOT NULL;
ALTER TABLE views.emergency_hearing ADD COLUMN journey uuid;
UPDATE views.emergency_hearing h SET journey = e.journey FROM views.emergency e WHERE e.emergency = h.emergency;
ALTER TABLE views.emergency_hearing ALTER COLUMN journey SET NOT NULL;
ALTER TABLE views.in_kind_use ADD COLUMN fund uuid;
UPDATE views.in_kind_use u SET fund = k.fund FROM views.in_kind k WHERE k.contribution = u.contribution;
ALTER TABLE views.in_kind_use ALTER COLUMN fund SET NOT NULL;

ALTER TABLE views.decision DROP CONSTRAINT decision_pkey, ADD PRIMARY KEY (journey, decision);
ALTER TABLE views.decision_wording DROP CONSTRAINT decision_wording_pkey, ADD PRIMARY KEY (journey, decision, revision);
ALTER TABLE views.decision_answer DROP CONSTRAINT decision_answer_pkey, ADD PRIMARY KEY (journey, answer_id);
ALTER TABLE views.answer_confirmation DROP CONSTRAINT answer_confirmation_pkey, ADD PRIMARY KEY (journey, answer_id, position);
ALTER TABLE views.decision_appeal DROP CONSTRAINT decision_appeal_pkey, ADD PRIMARY KEY (journey, appeal);
ALTER TABLE views.decision_reversal DROP CONSTRAINT decision_reversal_pkey, ADD PRIMARY KEY (journey, decision);
ALTER TABLE views.emergency DROP CONSTRAINT emergency_pkey, ADD PRIMARY KEY (journey, emergency);
ALTER TABLE views.external_decision DROP CONSTRAINT external_decision_pkey, ADD PRIMARY KEY (journey, external);
ALTER TABLE views.journey_money DROP CONSTRAINT journey_money_pkey, ADD PRIMARY KEY (fund, reservation);
ALTER TABLE views.in_kind DROP CONSTRAINT in_kind_pkey, ADD PRIMARY KEY (fund, contribution);
ALTER TABLE views.in_kind_use DROP CONSTRAINT in_kind_use_pkey, ADD PRIMARY KEY (fund, use);
ALTER TABLE views.benefit_card DROP CONSTRAINT benefit_card_pkey, ADD PRIMARY KEY (journey, benefit);
ALTER TABLE views.benefit_state DROP CONSTRAINT benefit_state_pkey, ADD PRIMARY KEY (journey, benefit, from_position);
ALTER TABLE views.benefit_gain DROP CONSTRAINT benefit_gain_pkey, ADD PRIMARY KEY (journey, benefit, valuation, gain, year);
ALTER TABLE views.self_report DROP CONSTRAINT self_report_pkey, ADD PRIMARY KEY (journey, report);
-- The keys begin with the journey now.
DROP INDEX views.benefit_state_journey;
DROP INDEX views.benefit_gain_journey;
