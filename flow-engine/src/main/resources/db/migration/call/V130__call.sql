-- Calls to other systems that flows and the platform make: what waits, is under way, or was left by a node that is gone.
-- A row is written with the step that asks, goes when its outcome is recorded, and its id is the key by which a provider
-- knows a call that is made twice. Of a call about nobody there is no channel and no contact.
CREATE TABLE call_queue (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  channel_id uuid,
  contact_id uuid,
  conversation_id uuid,
  kind text NOT NULL,
  target text NOT NULL,
  element text NOT NULL,
  request bytea NOT NULL,
  repeat text NOT NULL CHECK (repeat IN ('again', 'key', 'never')),
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'calling')),
  node int,
  attempts int NOT NULL DEFAULT 0,
  -- It was under way when its node died and must not be made twice: whether it was made nobody knows.
  unsure boolean NOT NULL DEFAULT false,
  -- Nobody waits for it any more; what is under way is only recorded.
  cancelled boolean NOT NULL DEFAULT false,
  due_at timestamptz NOT NULL,
  deadline timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  CHECK ((channel_id IS NULL) = (contact_id IS NULL)),
  CHECK (conversation_id IS NULL OR contact_id IS NOT NULL)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
CREATE INDEX call_queue_due ON call_queue (due_at) WHERE state = 'queued';
CREATE INDEX call_queue_under_way ON call_queue (node) WHERE state = 'calling';
CREATE INDEX call_queue_of_contact ON call_queue (contact_id) WHERE contact_id IS NOT NULL;
CALL protect_by_organisation('call_queue');

-- What came of each call, by the day it was asked for (the day in its id). Codes and figures, no content.
CREATE TABLE call_record (
  day date NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  contact_id uuid,
  conversation_id uuid,
  kind text NOT NULL,
  target text NOT NULL,
  element text NOT NULL,
  outcome text NOT NULL,
  trouble boolean NOT NULL,
  attempts int NOT NULL,
  millis int NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (day, id)
) PARTITION BY RANGE (day);
CREATE INDEX call_record_listed ON call_record (organisation_id, recorded_at, id);
CREATE INDEX call_record_of_conversation ON call_record (conversation_id, recorded_at) WHERE conversation_id IS NOT NULL;
CREATE TABLE call_record_default PARTITION OF call_record DEFAULT;
REVOKE ALL ON call_record_default FROM qliento_app;
CALL protect_by_organisation('call_record');

-- Calls that are due and that nobody is at, and those that a node which is gone had under way. Up to so many to each
-- target of an organisation, so that a target which does not answer hides no other's.
CREATE FUNCTION call_due(before timestamptz, of_each int, at_most int)
RETURNS TABLE (id uuid, organisation_id uuid, kind text, target text, deadline timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id, organisation_id, kind, target, deadline FROM (
    SELECT q.*, row_number() OVER (PARTITION BY organisation_id, kind, target ORDER BY due_at, id) AS place
    FROM call_queue q WHERE state = 'queued' AND due_at <= before
  ) w WHERE place <= of_each
  ORDER BY due_at LIMIT at_most
$$;

CREATE FUNCTION call_left_behind() RETURNS TABLE (organisation_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT organisation_id, id FROM call_queue
  WHERE state = 'calling' AND node <> ALL (ARRAY(SELECT outbox_living_nodes()))
$$;

CREATE FUNCTION call_figures() RETURNS TABLE (waiting bigint, calling bigint, oldest timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*) FILTER (WHERE state = 'queued'), count(*) FILTER (WHERE state = 'calling'),
         min(due_at) FILTER (WHERE state = 'queued')
  FROM call_queue
$$;
REVOKE ALL ON FUNCTION call_due, call_left_behind, call_figures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION call_due, call_left_behind, call_figures TO qliento_app;
