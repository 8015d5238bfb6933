-- What analysts may see: groups, and no small ones. Every enrolled journey is put into exactly one block of at least as many
-- journeys as the threshold of the parameters says; blocks that would be smaller are merged, coarser and coarser, and what is
-- still too few is left out everywhere. Everything analysts are shown, here and over HTTP, is a sum of whole blocks, so no
-- two answers differ by fewer journeys than that. The role ledger_analyst exists before this runs (ViewsSchema creates it).

CREATE VIEW views.small_group AS
SELECT greatest(2, coalesce(
    (SELECT (parameters #>> '{smallGroupThreshold,fewest}')::integer
     FROM views.parameter_version
     WHERE from_day <= current_date AND (until_day IS NULL OR until_day > current_date)
     ORDER BY from_day DESC LIMIT 1),
    5)) AS fewest;
COMMENT ON VIEW views.small_group IS 'The fewest journeys a figure for analysts may be about: of the parameters in force; 5 in the version that comes with the ledger.';
COMMENT ON COLUMN views.small_group.fewest IS 'A number of journeys.';

CREATE VIEW views.journey_block AS
WITH enrolled AS MATERIALIZED (
    SELECT journey, target_group, cohort, starting_stage, stage
    FROM views.journey_state WHERE until_position IS NULL AND cohort IS NOT NULL),
first AS (
    SELECT e.*, count(*) OVER (PARTITION BY target_group, cohort, starting_stage, stage) AS size FROM enrolled e),
second AS (
    SELECT journey, target_group, starting_stage, stage,
           count(*) OVER (PARTITION BY target_group, starting_stage, stage) AS size
    FROM first WHERE size < (SELECT fewest FROM views.small_group)),
third AS (
    SELECT journey, target_group, stage, count(*) OVER (PARTITION BY target_group, stage) AS size
    FROM second WHERE size < (SELECT fewest FROM views.small_group)),
fourth AS (
    SELECT journey, stage, count(*) OVER (PARTITION BY stage) AS size
    FROM third WHERE size < (SELECT fewest FROM views.small_group)),
fifth AS (
    SELECT journey, count(*) OVER () AS size
    FROM fourth WHERE size < (SELECT fewest FROM views.small_group)),
whole AS (
    SELECT journey, 1 AS level, target_group, cohort, starting_stage, stage, size FROM first
    UNION ALL SELECT journey, 2, target_group, NULL, starting_stage, stage, size FROM second
    UNION ALL SELECT journey, 3, target_group, NULL, NULL, stage, size FROM third
    UNION ALL SELECT journey, 4, NULL, NULL, NULL, stage, size FROM fourth
    UNION ALL SELECT journey, 5, NULL, NULL, NULL, NULL, size FROM fifth)
SELECT journey,
       concat_ws('/', level, coalesce(target_group, '*'), coalesce(cohort::text, '*'), coalesce(starting_stage, '*'),
                 coalesce(stage, '*')) AS block,
       target_group, cohort, starting_stage, stage
FROM whole WHERE size >= (SELECT fewest FROM views.small_group);
COMMENT ON VIEW views.journey_block IS 'Which block each enrolled journey is in. Not for analysts: it names journeys.';
COMMENT ON COLUMN views.journey_block.block IS 'The block: how coarse it is, and what its journeys have in common; * where they were merged.';

CREATE VIEW views.analyst_journeys WITH (security_barrier = true) AS
WITH counted AS (
    SELECT b.block, b.target_group, b.cohort, b.starting_stage, b.stage,
           count(*) AS journeys,
           count(s.first_decision_on) AS decided,
           sum(s.first_decision_on - s.opened_on) AS days
    FROM views.journey_block b
    JOIN views.journey_state s ON s.journey = b.journey AND s.until_position IS NULL
    GROUP BY b.block, b.target_group, b.cohort, b.starting_stage, b.stage)
SELECT block, target_group, cohort, starting_stage, stage, journeys,
       CASE WHEN shown THEN decided END AS decided,
       CASE WHEN shown THEN days END AS days_to_first_decision
FROM (SELECT c.*, decided >= k.fewest AND (decided = journeys OR journeys - decided >= k.fewest) AS shown
      FROM counted c CROSS JOIN views.small_group k) AS judged;
COMMENT ON VIEW views.analyst_journeys IS 'Enrolled journeys as they are now, in blocks that are never small: the matrix of stages, and the way from starting stage to stage.';
COMMENT ON COLUMN views.analyst_journeys.block IS 'The block; add up whole blocks.';
COMMENT ON COLUMN views.analyst_journeys.target_group IS 'Their target group; empty where blocks were merged.';
COMMENT ON COLUMN views.analyst_journeys.cohort IS 'The year of enrolment; empty where blocks were merged.';
COMMENT ON COLUMN views.analyst_journeys.starting_stage IS 'The stage they started in; empty where blocks were merged.';
COMMENT ON COLUMN views.analyst_journeys.stage IS 'The stage they are in; empty where blocks were merged. Never an average.';
COMMENT ON COLUMN views.analyst_journeys.journeys IS 'How many journeys; never fewer than views.small_group says.';
COMMENT ON COLUMN views.analyst_journeys.decided IS 'How many of them have a decision taken; empty when they, or the others, are too few.';
COMMENT ON COLUMN views.analyst_journeys.days_to_first_decision IS 'Days from the door to the first decision, summed over those who have one; empty likewise.';

CREATE VIEW views.money_block AS
WITH lines AS MATERIALIZED (
    SELECT b.block, b.target_group, b.cohort, b.starting_stage, b.stage, m.journey, m.paying_service, m.fund, m.year,
           sum(m.allocated_ore) AS allocated_ore, sum(m.reserved_ore) AS reserved_ore,
           sum(m.spent_ore) AS spent_ore, sum(m.released_ore) AS released_ore
    FROM views.journey_block b JOIN views.journey_money m ON m.journey = b.journey
    GROUP BY b.block, b.target_group, b.cohort, b.starting_stage, b.stage, m.journey, m.paying_service, m.fund, m.year),
first AS (
    SELECT l.*, count(*) OVER (PARTITION BY block, paying_service, fund, year) AS size FROM lines l),
second AS (
    SELECT block, journey, paying_service, year,
           count(*) OVER (PARTITION BY block, paying_service, year) AS size
    FROM first WHERE size < (SELECT fewest FROM views.small_group)
    GROUP BY block, journey, paying_service, year),
third AS (
    SELECT block, journey, year, count(*) OVER (PARTITION BY block, year) AS size
    FROM second WHERE size < (SELECT fewest FROM views.small_group)
    GROUP BY block, journey, year),
fourth AS (
    SELECT block, journey, count(*) OVER (PARTITION BY block) AS size
    FROM third WHERE size < (SELECT fewest FROM views.small_group)
    GROUP BY block, journey),
-- What is left over of a block may be about too few: then all of its money is one line.
merged AS (
    SELECT DISTINCT block FROM fourth WHERE size < (SELECT fewest FROM views.small_group)),
placed AS (
    SELECT l.*,
           CASE
               WHEN EXISTS (SELECT FROM merged m WHERE m.block = l.block) THEN 5
               WHEN f.size >= k.fewest THEN 1
               WHEN s.size >= k.fewest THEN 2
               WHEN t.size >= k.fewest THEN 3
               ELSE 4
           END AS level
    FROM lines l
    CROSS JOIN views.small_group k
    JOIN first f USING (block, journey, paying_service, fund, year)
    LEFT JOIN second s USING (block, journey, paying_service, year)
    LEFT JOIN third t USING (block, journey, year))
SELECT block, target_group, cohort, starting_stage, stage, level,
       CASE WHEN level <= 2 THEN paying_service END AS paying_service,
       CASE WHEN level = 1 THEN fund END AS fund,
       CASE WHEN level <= 3 THEN year END AS year,
       journey, allocated_ore, reserved_ore, spent_ore, released_ore
FROM placed;
COMMENT ON VIEW views.money_block IS 'The money of each block, line by line, merged where a line would be about too few journeys. Not for analysts: it names journeys.';

CREATE VIEW views.analyst_money WITH (security_barrier = true) AS
SELECT block, target_group, cohort, starting_stage, stage, paying_service, fund, year,
       count(DISTINCT journey) AS journeys,
       sum(allocated_ore)::bigint AS allocated_ore,
       sum(reserved_ore)::bigint AS reserved_ore,
       sum(spent_ore)::bigint AS spent_ore,
       sum(released_ore)::bigint AS released_ore
FROM views.money_block
GROUP BY block, level, target_group, cohort, starting_stage, stage, paying_service, fund, year
HAVING count(DISTINCT journey) >= (SELECT fewest FROM views.small_group);
COMMENT ON VIEW views.analyst_money IS 'Who pays for what: money decided and spent for the journeys of each block, by paying service, fund and budget year.';
COMMENT ON COLUMN views.analyst_money.block IS 'The block of views.analyst_journeys.';
COMMENT ON COLUMN views.analyst_money.target_group IS 'As in views.analyst_journeys.';
COMMENT ON COLUMN views.analyst_money.cohort IS 'As in views.analyst_journeys.';
COMMENT ON COLUMN views.analyst_money.starting_stage IS 'As in views.analyst_journeys.';
COMMENT ON COLUMN views.analyst_money.stage IS 'As in views.analyst_journeys.';
COMMENT ON COLUMN views.analyst_money.paying_service IS 'The service that pays; empty where lines were merged.';
COMMENT ON COLUMN views.analyst_money.fund IS 'The fund it comes from; empty where lines were merged.';
COMMENT ON COLUMN views.analyst_money.year IS 'The budget year; empty where lines were merged.';
COMMENT ON COLUMN views.analyst_money.journeys IS 'How many journeys the line is about; never fewer than views.small_group says. Do not add up: one journey may be in several lines.';
COMMENT ON COLUMN views.analyst_money.allocated_ore IS 'Decided, whole øre: reserved + spent + released.';
COMMENT ON COLUMN views.analyst_money.reserved_ore IS 'Still set aside, whole øre.';
COMMENT ON COLUMN views.analyst_money.spent_ore IS 'Spent, whole øre.';
COMMENT ON COLUMN views.analyst_money.released_ore IS 'Given back to the fund, whole øre.';

GRANT SELECT ON views.small_group, views.journey_block, views.money_block, views.analyst_journeys, views.analyst_money
TO ledger_views;
GRANT USAGE ON SCHEMA views TO ledger_analyst;
GRANT SELECT ON views.small_group, views.analyst_journeys, views.analyst_money TO ledger_analyst;
