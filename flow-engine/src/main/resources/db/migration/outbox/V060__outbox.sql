-- Everything that went or goes out, by the day it was queued (the day in its id). State moves with the delivery statuses.
CREATE TABLE outbox_message (
  day date NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  element text,
  content bytea NOT NULL,
  state text NOT NULL,
  rank int NOT NULL DEFAULT 0,
  state_at timestamptz NOT NULL,
  error_code int,
  reason text,
  message_key bytea,
  message_id bytea,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (day, id)
) PARTITION BY RANGE (day);
CREATE INDEX outbox_message_listed ON outbox_message (organisation_id, recorded_at, id);
CREATE INDEX outbox_message_of_contact ON outbox_message (contact_id, recorded_at);
CREATE INDEX outbox_message_by_key ON outbox_message (message_key) WHERE message_key IS NOT NULL;
CREATE TABLE outbox_message_default PARTITION OF outbox_message DEFAULT;
REVOKE ALL ON outbox_message_default FROM qliento_app;
CALL protect_by_organisation('outbox_message');

-- What of it is not settled: waiting, or handed to the network by a node and no answer recorded yet.
CREATE SEQUENCE outbox_queue_seq CACHE 1;
CREATE TABLE outbox_queue (
  id uuid PRIMARY KEY,
  seq bigint NOT NULL DEFAULT nextval('outbox_queue_seq'),
  organisation_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  content bytea NOT NULL,
  free_until timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'unsure')),
  node int,
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  recorded_at timestamptz NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
ALTER SEQUENCE outbox_queue_seq OWNED BY outbox_queue.seq;
CREATE INDEX outbox_queue_lane ON outbox_queue (contact_id, seq);
CREATE INDEX outbox_queue_oldest ON outbox_queue (recorded_at);
CALL protect_by_organisation('outbox_queue');

-- Statuses that know a message by WhatsApp's id only and came before the answer that brings it. Kept for as long as the
-- answer may take. Ids and codes only, nothing personal.
CREATE TABLE outbox_early_status (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation_id uuid NOT NULL,
  message_key bytea NOT NULL,
  status text NOT NULL,
  rank int NOT NULL,
  at timestamptz NOT NULL,
  error_code int,
  reason text,
  recorded_at timestamptz NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
CALL protect_by_organisation('outbox_early_status');

CREATE FUNCTION outbox_early_organisations() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT organisation_id FROM outbox_early_status
$$;

-- Nodes that live: each holds an advisory lock (see NodeConnection) for as long as its connection lives.
CREATE FUNCTION outbox_living_nodes() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT objid::int FROM pg_locks
  WHERE locktype = 'advisory' AND classid = 1363955268 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
$$;

-- Contacts whose first unsettled message nobody is at: it is due, and either waiting or left by a node that is gone.
CREATE FUNCTION outbox_due(before timestamptz, due timestamptz, at_most int)
RETURNS TABLE (organisation_id uuid, channel_id uuid, contact_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
  SELECT o.organisation_id, o.channel_id, o.contact_id FROM outbox_queue o
  WHERE recorded_at < before
    AND (next_attempt_at IS NULL OR next_attempt_at <= due)
    AND (state <> 'sending' OR node <> ALL (ARRAY(SELECT outbox_living_nodes())))
    AND o.seq = (SELECT e.seq FROM outbox_queue e WHERE e.contact_id = o.contact_id ORDER BY e.seq LIMIT 1)
  ORDER BY recorded_at LIMIT at_most
$$;

CREATE FUNCTION outbox_figures() RETURNS TABLE (queued bigint, sending bigint, unsure bigint, oldest timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*) FILTER (WHERE state = 'queued'), count(*) FILTER (WHERE state = 'sending'),
         count(*) FILTER (WHERE state = 'unsure'), min(recorded_at)
  FROM outbox_queue
$$;
REVOKE ALL ON FUNCTION outbox_living_nodes, outbox_due, outbox_figures, outbox_early_organisations FROM PUBLIC;
GRANT EXECUTE ON FUNCTION outbox_living_nodes, outbox_due, outbox_figures, outbox_early_organisations TO qliento_app;
