-- What owners contributed is asked for fund by fund, and is a handful among all postings of a fund.
CREATE INDEX fund_posting_contributed ON views.fund_posting (fund, year) WHERE organisation IS NOT NULL;
-- The caseloads are counted over every open journey, of which no more is needed than this.
CREATE INDEX journey_list_open ON views.journey_list (leader, phase, stage) WHERE closed_at IS NULL;
CREATE INDEX team_member_leader ON views.team_member (worker, service) WHERE role = 'LEADER';
