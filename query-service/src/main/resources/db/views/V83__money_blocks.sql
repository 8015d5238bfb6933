-- The same lines as in V61. Joined to themselves by five columns they were taken for one line, and each of a large portfolio's was
-- then looked for among all the others.
CREATE OR REPLACE VIEW views.money_block AS
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
    SELECT f.*,
           CASE
               WHEN EXISTS (SELECT FROM merged m WHERE m.block = f.block) THEN 5
               WHEN f.size >= k.fewest THEN 1
               WHEN s.size >= k.fewest THEN 2
               WHEN t.size >= k.fewest THEN 3
               ELSE 4
           END AS level
    FROM first f
    CROSS JOIN views.small_group k
    LEFT JOIN second s USING (block, journey, paying_service, year)
    LEFT JOIN third t USING (block, journey, year))
SELECT block, target_group, cohort, starting_stage, stage, level,
       CASE WHEN level <= 2 THEN paying_service END AS paying_service,
       CASE WHEN level = 1 THEN fund END AS fund,
       CASE WHEN level <= 3 THEN year END AS year,
       journey, allocated_ore, reserved_ore, spent_ore, released_ore
FROM placed;
