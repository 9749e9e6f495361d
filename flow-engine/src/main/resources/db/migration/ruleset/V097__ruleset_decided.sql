-- What flows decided by tables, to see what a changed table would have decided: the values asked about and what came of
-- them are sealed, and the row goes with the messages of its day. Rows of tables are named by their ids.
CREATE TABLE ruleset_decided (
  day date NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  key text NOT NULL,
  version int NOT NULL,
  conversation_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  rules text[] NOT NULL,
  content bytea NOT NULL,
  recorded_at timestamptz NOT NULL
) PARTITION BY RANGE (day);
CREATE INDEX ruleset_decided_of ON ruleset_decided (organisation_id, key, recorded_at);
CREATE INDEX ruleset_decided_of_contact ON ruleset_decided (contact_id, recorded_at);
CREATE TABLE ruleset_decided_default PARTITION OF ruleset_decided DEFAULT;
REVOKE ALL ON ruleset_decided_default FROM qliento_app;
CALL protect_by_organisation('ruleset_decided');
