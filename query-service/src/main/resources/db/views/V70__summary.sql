-- The summary of a portfolio is brought further by the journeys that something happened to between two positions.
CREATE INDEX journey_state_position ON views.journey_state (from_position);
CREATE INDEX benefit_state_position ON views.benefit_state (from_position);
