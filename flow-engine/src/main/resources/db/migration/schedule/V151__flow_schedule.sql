-- Flows that begin at times: once, or by a line of cron. For a contact, or about nobody. Whom it is for is a reference;
-- what the flow is handed is sealed: for the organisation when somebody there set it up, for the contact when a flow did.
CREATE TABLE flow_schedule (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL,
  flow_key text NOT NULL,
  target text NOT NULL CHECK (target IN ('contact', 'run')),
  channel_id uuid,
  contact_id uuid,
  once_at timestamptz,
  cron text,
  -- Null: the organisation's, whichever it is.
  zone text,
  content bytea,
  when_busy text NOT NULL CHECK (when_busy IN ('wait', 'interrupt', 'skip')),
  -- The flow that wished for it while it ran; null when somebody set it up.
  made_in text,
  paused boolean NOT NULL DEFAULT false,
  -- When it begins next; null while it is paused, and when it never will again.
  next_at timestamptz,
  -- From when on it was counted, and by the clock of which zone.
  counted_from timestamptz NOT NULL,
  counted_in text NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  CHECK ((once_at IS NULL) <> (cron IS NULL)),
  CHECK ((target = 'contact') = (contact_id IS NOT NULL)),
  CHECK ((channel_id IS NULL) = (contact_id IS NULL))
);
CREATE INDEX flow_schedule_due ON flow_schedule (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX flow_schedule_listed ON flow_schedule (organisation_id, id) WHERE made_in IS NULL;
CREATE INDEX flow_schedule_wished ON flow_schedule (organisation_id, id) WHERE made_in IS NOT NULL;
CREATE INDEX flow_schedule_of_contact ON flow_schedule (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX flow_schedule_over ON flow_schedule (changed_at)
  WHERE made_in IS NOT NULL AND next_at IS NULL AND NOT paused;
CALL protect_by_organisation('flow_schedule');

-- What became of each planned time. One row for each: two nodes can't both begin it.
CREATE TABLE flow_schedule_run (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  schedule_id uuid NOT NULL REFERENCES flow_schedule ON DELETE CASCADE,
  planned_at timestamptz NOT NULL,
  -- Somebody began it, not time.
  by_hand boolean NOT NULL,
  outcome text NOT NULL,
  -- Planned times that had passed by then as well, and for which it did not begin again.
  missed int NOT NULL,
  start_id uuid,
  recorded_at timestamptz NOT NULL,
  UNIQUE (schedule_id, planned_at)
);
CREATE INDEX flow_schedule_run_listed ON flow_schedule_run (schedule_id, id);
CREATE INDEX flow_schedule_run_old ON flow_schedule_run (recorded_at);
CALL protect_by_organisation('flow_schedule_run');

-- What is due, of all organisations; so many of each at most, so that one with many keeps nobody waiting.
CREATE FUNCTION flow_schedule_due(before timestamptz, of_each int, at_most int)
RETURNS TABLE (id uuid, organisation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id, organisation_id FROM (
    SELECT s.id, s.organisation_id, s.next_at,
           row_number() OVER (PARTITION BY s.organisation_id ORDER BY s.next_at, s.id) AS place
    FROM flow_schedule s WHERE s.next_at <= before
  ) w WHERE place <= of_each
  ORDER BY next_at, id LIMIT at_most
$$;

-- Takes out what was written down before this instant, and what flows wished for that was over before it.
CREATE FUNCTION flow_schedule_tidy(before timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  gone int;
BEGIN
  DELETE FROM flow_schedule WHERE made_in IS NOT NULL AND next_at IS NULL AND NOT paused AND changed_at < before;
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM flow_schedule_run WHERE recorded_at < before;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION flow_schedule_due, flow_schedule_tidy FROM PUBLIC;
GRANT EXECUTE ON FUNCTION flow_schedule_due, flow_schedule_tidy TO qliento_app;
