-- Inputs a decision must decide about as written: invented, so not sealed.
CREATE TABLE ruleset_case (
  organisation_id uuid NOT NULL,
  key text NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  inputs jsonb NOT NULL,
  expected jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, key) REFERENCES ruleset_decision (organisation_id, key) ON DELETE CASCADE
);
CREATE INDEX ruleset_case_of ON ruleset_case (organisation_id, key, created_at);
CALL protect_by_organisation('ruleset_case');
