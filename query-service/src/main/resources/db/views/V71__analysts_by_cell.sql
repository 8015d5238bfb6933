-- The same blocks as in V61, counted quicker: all journeys of a cell (target group, cohort, starting stage, stage) share what
-- blocks are made by, so blocks are put together from some hundred cells, not from every journey.

-- Which block each cell is in. '' stands for a target group or stage that is not there.
CREATE VIEW views.cell_block AS
WITH zero AS MATERIALIZED (
    SELECT target_group, cohort, starting_stage, stage, count(*) AS journeys,
           count(first_decision_on) AS decided, sum(first_decision_on - opened_on) AS days
    FROM views.economics_journey WHERE cohort IS NOT NULL
    GROUP BY target_group, cohort, starting_stage, stage),
first AS (SELECT z.*, journeys AS size FROM zero z),
second AS (
    SELECT target_group, cohort, starting_stage, stage, journeys, decided, days,
           sum(journeys) OVER (PARTITION BY target_group, starting_stage, stage) AS size
    FROM first WHERE size < (SELECT fewest FROM views.small_group)),
third AS (
    SELECT target_group, cohort, starting_stage, stage, journeys, decided, days,
           sum(journeys) OVER (PARTITION BY target_group, stage) AS size
    FROM second WHERE size < (SELECT fewest FROM views.small_group)),
fourth AS (
    SELECT target_group, cohort, starting_stage, stage, journeys, decided, days,
           sum(journeys) OVER (PARTITION BY stage) AS size
    FROM third WHERE size < (SELECT fewest FROM views.small_group)),
fifth AS (
    SELECT target_group, cohort, starting_stage, stage, journeys, decided, days, sum(journeys) OVER () AS size
    FROM fourth WHERE size < (SELECT fewest FROM views.small_group)),
whole AS (
    SELECT 1 AS level, f.* FROM first f
    UNION ALL SELECT 2, f.* FROM second f
    UNION ALL SELECT 3, f.* FROM third f
    UNION ALL SELECT 4, f.* FROM fourth f
    UNION ALL SELECT 5, f.* FROM fifth f),
placed AS (
    SELECT coalesce(target_group, '') AS cell_group, cohort AS cell_cohort, coalesce(starting_stage, '') AS cell_start,
           coalesce(stage, '') AS cell_stage, journeys, decided, days, level,
           CASE WHEN level <= 3 THEN target_group END AS target_group,
           CASE WHEN level = 1 THEN cohort END AS cohort,
           CASE WHEN level <= 2 THEN starting_stage END AS starting_stage,
           CASE WHEN level <= 4 THEN stage END AS stage
    FROM whole WHERE size >= (SELECT fewest FROM views.small_group))
SELECT cell_group, cell_cohort, cell_start, cell_stage, journeys, decided, days,
       concat_ws('/', level, coalesce(target_group, '*'), coalesce(cohort::text, '*'), coalesce(starting_stage, '*'),
                 coalesce(stage, '*')) AS block,
       target_group, cohort, starting_stage, stage
FROM placed;
COMMENT ON VIEW views.cell_block IS 'Which block each cell of enrolled journeys is in, as they are now. Not for analysts: a cell may be small.';

CREATE OR REPLACE VIEW views.analyst_journeys WITH (security_barrier = true) AS
WITH counted AS (
    SELECT block, target_group, cohort, starting_stage, stage,
           sum(journeys)::bigint AS journeys, sum(decided)::bigint AS decided, sum(days)::bigint AS days
    FROM views.cell_block
    GROUP BY block, target_group, cohort, starting_stage, stage)
SELECT block, target_group, cohort, starting_stage, stage, journeys,
       CASE WHEN shown THEN decided END AS decided,
       CASE WHEN shown THEN days END AS days_to_first_decision
FROM (SELECT c.*, decided >= k.fewest AND (decided = journeys OR journeys - decided >= k.fewest) AS shown
      FROM counted c CROSS JOIN views.small_group k) AS judged;

GRANT SELECT ON views.cell_block TO ledger_views;
