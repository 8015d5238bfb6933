-- The matrix is kept in memory, cell by cell, and brought further by the journeys that something happened to.

-- As in V80, but which of two parts of one size takes a rest to it no longer depends on the language of the database: the query
-- service puts parts together by the same rules.
CREATE OR REPLACE VIEW views.matrix_part AS
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
