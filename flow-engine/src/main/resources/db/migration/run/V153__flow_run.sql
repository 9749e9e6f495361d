-- Flows about nobody, by the day they were asked for; kept as messages are. A run is its own channel and its own contact:
-- lane, conversation and what waits in the inbox name it twice. The values it begins with wait in the inbox, sealed.
CREATE TABLE flow_run (
  day date NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  flow_key text NOT NULL,
  cause text NOT NULL CHECK (cause IN ('program', 'trigger', 'schedule', 'flow')),
  cause_id uuid,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'ended', 'failed', 'not-begun')),
  conversation_id uuid,
  -- What it answers whoever began it: the status of HTTP, and a JSON value, sealed.
  answer_status int,
  answer bytea,
  recorded_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (day, id)
) PARTITION BY RANGE (day);
CREATE INDEX flow_run_listed ON flow_run (organisation_id, id);
CREATE TABLE flow_run_default PARTITION OF flow_run DEFAULT;
REVOKE ALL ON flow_run_default FROM qliento_app;
CALL protect_by_organisation('flow_run');
