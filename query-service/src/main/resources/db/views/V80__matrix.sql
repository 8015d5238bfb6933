-- The journey matrix: stage by degree of vulnerability, with three circles for each journey: where it started, where it is and
-- where it is going.

CREATE TABLE views.journey_judgement (
    journey      uuid PRIMARY KEY,
    by_team      text,
    by_household text,
    additional   integer NOT NULL,
    position     bigint NOT NULL
);
COMMENT ON TABLE views.journey_judgement IS 'The degree of vulnerability as last judged by each, never merged, and how often an additional investment was marked: the newest of views.vulnerability and views.additional_investment.';
COMMENT ON COLUMN views.journey_judgement.by_team IS 'As the team judged it last; empty when it has not.';
COMMENT ON COLUMN views.journey_judgement.by_household IS 'As the household judged it last; empty when it has not.';
COMMENT ON COLUMN views.journey_judgement.additional IS 'How often the journey was marked as needing more than was planned.';
COMMENT ON COLUMN views.journey_judgement.position IS 'The ledger position of the newest of these.';
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON views.journey_judgement TO ledger_views;

INSERT INTO views.journey_judgement (journey, by_team, by_household, additional, position)
SELECT journey,
       (array_agg(degree ORDER BY position DESC) FILTER (WHERE rater = 'TEAM'))[1],
       (array_agg(degree ORDER BY position DESC) FILTER (WHERE rater = 'CITIZEN'))[1],
       count(*) FILTER (WHERE rater IS NULL), max(position)
FROM (SELECT journey, degree, rater, position FROM views.vulnerability
      UNION ALL SELECT journey, NULL, NULL, position FROM views.additional_investment) AS judged
GROUP BY journey;

-- The blocks of views.journey_block, each in parts that are alike in goal and vulnerability as far as that leaves no part small:
-- first without the goal, then without the household's judgement, then without the team's; a rest that is too small takes the
-- smallest other part to it. So every part is in one block, and whatever is told by blocks and by parts is a sum of whole parts.
CREATE VIEW views.matrix_part AS
WITH k AS MATERIALIZED (SELECT fewest FROM views.small_group),
cells AS MATERIALIZED (
    SELECT e.target_group, e.cohort, e.starting_stage, e.stage, e.goal_stage,
           coalesce(j.by_team, 'NOT_JUDGED') AS by_team, coalesce(j.by_household, 'NOT_JUDGED') AS by_household,
           count(*) AS journeys, count(*) FILTER (WHERE j.additional > 0) AS additional
    FROM views.economics_journey e LEFT JOIN views.journey_judgement j ON j.journey = e.journey
    WHERE e.cohort IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7),
first AS (
    SELECT c.*, k.fewest, sum(journeys) OVER (PARTITION BY target_group, cohort, starting_stage, stage) AS size1
    FROM cells c CROSS JOIN k),
second AS (
    SELECT f.*, sum(CASE WHEN size1 < fewest THEN journeys END)
                    OVER (PARTITION BY target_group, starting_stage, stage) AS size2
    FROM first f),
third AS (
    SELECT s.*, sum(CASE WHEN size1 < fewest AND size2 < fewest THEN journeys END)
                    OVER (PARTITION BY target_group, stage) AS size3
    FROM second s),
fourth AS (
    SELECT t.*, sum(CASE WHEN size1 < fewest AND size2 < fewest AND size3 < fewest THEN journeys END)
                    OVER (PARTITION BY stage) AS size4
    FROM third t),
levelled AS (
    SELECT f.*, CASE WHEN size1 >= fewest THEN 1 WHEN size2 >= fewest THEN 2 WHEN size3 >= fewest THEN 3
                     WHEN size4 >= fewest THEN 4 ELSE 5 END AS level
    FROM fourth f),
blocked AS (
    SELECT l.*,
           CASE WHEN level <= 3 THEN target_group END AS block_group,
           CASE WHEN level = 1 THEN cohort END AS block_cohort,
           CASE WHEN level <= 2 THEN starting_stage END AS block_start,
           CASE WHEN level <= 4 THEN stage END AS block_stage,
           sum(journeys) OVER (PARTITION BY level = 5) AS left_over
    FROM levelled l),
named AS (
    SELECT b.*, concat_ws('/', level, coalesce(block_group, '*'), coalesce(block_cohort::text, '*'),
                          coalesce(block_start, '*'), coalesce(block_stage, '*')) AS block
    FROM blocked b WHERE level < 5 OR left_over >= fewest),
finest AS (
    SELECT n.*, sum(journeys) OVER (PARTITION BY block, goal_stage, by_team, by_household) AS part1 FROM named n),
without_goal AS (
    SELECT f.*, sum(CASE WHEN part1 < fewest THEN journeys END)
                    OVER (PARTITION BY block, by_team, by_household) AS part2
    FROM finest f),
without_household AS (
    SELECT w.*, sum(CASE WHEN part1 < fewest AND part2 < fewest THEN journeys END)
                    OVER (PARTITION BY block, by_team) AS part3
    FROM without_goal w),
placed AS (
    SELECT w.*, CASE WHEN part1 >= fewest THEN 1 WHEN part2 >= fewest THEN 2 WHEN part3 >= fewest THEN 3 ELSE 4 END AS fine
    FROM without_household w),
parted AS MATERIALIZED (
    SELECT p.*,
           CASE WHEN fine = 1 THEN goal_stage END AS part_goal,
           CASE WHEN fine <= 3 THEN by_team END AS part_team,
           CASE WHEN fine <= 2 THEN by_household END AS part_household,
           concat_ws('/', block, fine,
                     CASE WHEN fine = 1 THEN coalesce(goal_stage, '-') ELSE '*' END,
                     CASE WHEN fine <= 3 THEN by_team ELSE '*' END,
                     CASE WHEN fine <= 2 THEN by_household ELSE '*' END) AS part
    FROM placed p),
parts AS (
    SELECT block, part, fine, fewest, sum(journeys) AS size FROM parted GROUP BY block, part, fine, fewest),
small_rest AS (
    SELECT block, part FROM parts WHERE fine = 4 AND size < fewest),
taken_in AS (
    SELECT DISTINCT ON (p.block) p.block, p.part
    FROM parts p JOIN small_rest r ON r.block = p.block AND r.part <> p.part ORDER BY p.block, p.size, p.part COLLATE "C")
SELECT p.target_group, p.cohort, p.starting_stage, p.stage, p.goal_stage, p.by_team, p.by_household,
       p.journeys, p.additional, p.block, p.block_group, p.block_cohort, p.block_start, p.block_stage,
       CASE WHEN t.part IS NULL THEN p.part ELSE r.part END AS part,
       CASE WHEN t.part IS NULL THEN p.part_goal END AS part_goal,
       CASE WHEN t.part IS NULL THEN p.part_team END AS part_team,
       CASE WHEN t.part IS NULL THEN p.part_household END AS part_household
FROM parted p
LEFT JOIN taken_in t ON t.part = p.part
LEFT JOIN small_rest r ON r.block = p.block;
COMMENT ON VIEW views.matrix_part IS 'Which part of which block enrolled journeys are in, by everything they are asked by. Not for analysts: it counts single journeys.';
COMMENT ON COLUMN views.matrix_part.part IS 'The part: its block, how fine it is, and what its journeys have in common; * where they were merged.';

CREATE VIEW views.analyst_matrix WITH (security_barrier = true) AS
SELECT part, block, target_group, cohort, starting_stage, stage, goal_stage, by_team, by_household, journeys,
       CASE WHEN additional >= k.fewest AND (additional = journeys OR journeys - additional >= k.fewest)
            THEN additional END AS additional_investment
FROM (SELECT part, block, block_group AS target_group, block_cohort AS cohort, block_start AS starting_stage,
             block_stage AS stage, part_goal AS goal_stage, part_team AS by_team, part_household AS by_household,
             sum(journeys)::bigint AS journeys, sum(additional)::bigint AS additional
      FROM views.matrix_part GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) AS parts
CROSS JOIN views.small_group k
WHERE journeys >= k.fewest;
COMMENT ON VIEW views.analyst_matrix IS 'The journey matrix: enrolled journeys as they are now, in parts that are never small: where they started, are and are going, and how vulnerable team and household judged them last.';
COMMENT ON COLUMN views.analyst_matrix.part IS 'The part; add up whole parts.';
COMMENT ON COLUMN views.analyst_matrix.block IS 'The block of views.analyst_journeys the part is in.';
COMMENT ON COLUMN views.analyst_matrix.target_group IS 'As in views.analyst_journeys.';
COMMENT ON COLUMN views.analyst_matrix.cohort IS 'As in views.analyst_journeys.';
COMMENT ON COLUMN views.analyst_matrix.starting_stage IS 'Where they started; empty where blocks were merged.';
COMMENT ON COLUMN views.analyst_matrix.stage IS 'Where they are; empty where blocks were merged. Never an average.';
COMMENT ON COLUMN views.analyst_matrix.goal_stage IS 'Where they are going; empty where parts were merged.';
COMMENT ON COLUMN views.analyst_matrix.by_team IS 'How vulnerable the team judged the household last, or NOT_JUDGED; empty where parts were merged.';
COMMENT ON COLUMN views.analyst_matrix.by_household IS 'How vulnerable the household judged itself last, or NOT_JUDGED; empty where parts were merged. Never merged with the team''s judgement.';
COMMENT ON COLUMN views.analyst_matrix.journeys IS 'How many journeys; never fewer than views.small_group says.';
COMMENT ON COLUMN views.analyst_matrix.additional_investment IS 'How many of them were marked as needing more than was planned; empty when they, or the others, are too few.';

GRANT SELECT ON views.matrix_part, views.analyst_matrix TO ledger_views;
GRANT SELECT ON views.analyst_matrix TO ledger_analyst;
