-- What waits in a lane may also be a result: the answer to a call, an event a flow waits for, a trigger. It goes before the
-- messages and is neither held nor parked: a message may have to wait for it, never the reverse.
ALTER TABLE inbox_queue ADD COLUMN source text NOT NULL DEFAULT 'message'
  CHECK (source IN ('message', 'answer', 'event', 'trigger')),
  ADD CONSTRAINT inbox_queue_result_waits_for_nobody CHECK (source = 'message' OR state = 'pending');
CREATE INDEX inbox_queue_lane_order ON inbox_queue (contact_id, (source = 'message'), seq);
DROP INDEX inbox_queue_lane;

DROP FUNCTION inbox_figures();
CREATE FUNCTION inbox_figures()
RETURNS TABLE (pending bigint, results bigint, held bigint, parked bigint, oldest timestamptz, statuses bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*) FILTER (WHERE state = 'pending' AND source = 'message'), count(*) FILTER (WHERE source <> 'message'),
         count(*) FILTER (WHERE state = 'held'), count(*) FILTER (WHERE state = 'parked'),
         min(recorded_at) FILTER (WHERE state = 'pending' AND (next_attempt_at IS NULL)),
         (SELECT count(*) FROM inbox_status)
  FROM inbox_queue
$$;
REVOKE ALL ON FUNCTION inbox_figures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION inbox_figures TO qliento_app;
