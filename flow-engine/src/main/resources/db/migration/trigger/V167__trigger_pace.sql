-- How much of its minute a trigger has taken, over all nodes: each delivery moves the time ahead, which passes meanwhile.
CREATE TABLE flow_trigger_pace (
  trigger_id uuid PRIMARY KEY REFERENCES flow_trigger ON DELETE CASCADE,
  organisation_id uuid NOT NULL,
  ahead_until timestamptz NOT NULL
);
CALL protect_by_organisation('flow_trigger_pace');
