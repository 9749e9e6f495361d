-- A flow may wait for something that happens elsewhere, such as a payment: a row that expects it, found by a blind index of
-- what the other side calls it, until its deadline.
ALTER TABLE call_queue DROP CONSTRAINT call_queue_state_check,
  ADD CONSTRAINT call_queue_state_check CHECK (state IN ('queued', 'calling', 'expecting')),
  ADD COLUMN reference bytea,
  ADD CONSTRAINT call_queue_expects CHECK ((state = 'expecting') = (reference IS NOT NULL));
CREATE INDEX call_queue_expected ON call_queue (organisation_id, reference) WHERE state = 'expecting';
CREATE INDEX call_queue_expiring ON call_queue (deadline) WHERE state = 'expecting';

-- What happened before anybody expected it, sealed for the organisation; whoever expects it soon still hears of it.
CREATE TABLE call_event (
  day date NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  reference bytea NOT NULL,
  content bytea NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (day, id)
) PARTITION BY RANGE (day);
CREATE INDEX call_event_of_reference ON call_event (organisation_id, reference);
CREATE TABLE call_event_default PARTITION OF call_event DEFAULT;
REVOKE ALL ON call_event_default FROM qliento_app;
CALL protect_by_organisation('call_event');

-- What is expected and is over: its time is up, or it has happened without its lane having been told.
CREATE FUNCTION call_expected(at timestamptz, since timestamptz, at_most int)
RETURNS TABLE (organisation_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  (SELECT q.organisation_id, q.id FROM call_queue q WHERE q.state = 'expecting' AND q.deadline <= at
    ORDER BY q.deadline LIMIT at_most)
  UNION
  (SELECT q.organisation_id, q.id FROM call_event e JOIN call_queue q
    ON q.organisation_id = e.organisation_id AND q.reference = e.reference AND q.state = 'expecting'
    WHERE e.day >= (since AT TIME ZONE 'UTC')::date AND e.recorded_at >= since LIMIT at_most)
$$;
REVOKE ALL ON FUNCTION call_expected FROM PUBLIC;
GRANT EXECUTE ON FUNCTION call_expected TO qliento_app;
