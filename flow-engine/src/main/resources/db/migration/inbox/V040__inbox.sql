-- Everything that came in, by the day the sender wrote it: a second delivery carries the same time, so it meets the first
-- one in the same partition. What carries no usable time lies under 1970-01-01 in the default partition. Updated only when a
-- person gives it up: with the reason it was parked for.
CREATE TABLE inbox_message (
  day date NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  contact_id uuid,
  dedupe bytea NOT NULL,
  kind text NOT NULL,
  not_handled text,
  dropped text,
  content bytea NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (day, channel_id, dedupe)
) PARTITION BY RANGE (day);
CREATE INDEX inbox_message_listed ON inbox_message (organisation_id, recorded_at, id);
CREATE INDEX inbox_message_of_contact ON inbox_message (contact_id, recorded_at);
CREATE TABLE inbox_message_default PARTITION OF inbox_message DEFAULT;
REVOKE ALL ON inbox_message_default FROM qliento_app;
CALL protect_by_organisation('inbox_message');

-- What of it is still to be handled, in order of arrival for each contact. A row goes when its effect commits.
CREATE SEQUENCE inbox_queue_seq CACHE 1;
CREATE TABLE inbox_queue (
  id uuid PRIMARY KEY,
  seq bigint NOT NULL DEFAULT nextval('inbox_queue_seq'),
  day date NOT NULL,
  organisation_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  kind text NOT NULL,
  content bytea NOT NULL,
  recorded_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'held', 'parked')),
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  reason text
) WITH (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
ALTER SEQUENCE inbox_queue_seq OWNED BY inbox_queue.seq;
CREATE INDEX inbox_queue_lane ON inbox_queue (contact_id, seq);
CREATE INDEX inbox_queue_parked ON inbox_queue (organisation_id, id) WHERE state = 'parked';
CREATE INDEX inbox_queue_due ON inbox_queue (recorded_at) WHERE state = 'pending';
CALL protect_by_organisation('inbox_queue');

-- Delivery statuses, applied in batches. Ids and codes only, nothing personal.
CREATE TABLE inbox_status (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  delivery_id uuid,
  message_key bytea NOT NULL,
  status text NOT NULL,
  rank int NOT NULL,
  at timestamptz NOT NULL,
  error_code int
) WITH (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
CALL protect_by_organisation('inbox_status');

-- Lanes with work that nobody took: rows older than the hand-over usually takes, and retries that are due.
CREATE FUNCTION inbox_lanes_due(before timestamptz, due timestamptz, at_most int)
RETURNS TABLE (organisation_id uuid, channel_id uuid, contact_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
  SELECT DISTINCT q.organisation_id, q.channel_id, q.contact_id
  FROM (SELECT * FROM inbox_queue WHERE state = 'pending' AND recorded_at < before
          AND (next_attempt_at IS NULL OR next_attempt_at <= due)
        ORDER BY recorded_at LIMIT at_most) q
$$;

CREATE FUNCTION inbox_statuses_due() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT organisation_id FROM (SELECT organisation_id FROM inbox_status ORDER BY seq LIMIT 5000) s
$$;

-- Figures over all organisations, for health and metrics.
CREATE FUNCTION inbox_figures() RETURNS TABLE (pending bigint, held bigint, parked bigint, oldest timestamptz, statuses bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*) FILTER (WHERE state = 'pending'), count(*) FILTER (WHERE state = 'held'),
         count(*) FILTER (WHERE state = 'parked'),
         min(recorded_at) FILTER (WHERE state = 'pending' AND (next_attempt_at IS NULL)),
         (SELECT count(*) FROM inbox_status)
  FROM inbox_queue
$$;
REVOKE ALL ON FUNCTION inbox_lanes_due, inbox_statuses_due, inbox_figures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION inbox_lanes_due, inbox_statuses_due, inbox_figures TO qliento_app;
