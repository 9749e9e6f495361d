-- A trigger may tell a flow that waits what happened, and begins none then: it names where that stands by which the flow
-- waits.
ALTER TABLE flow_trigger ADD COLUMN reference_at text,
  ADD CHECK (reference_at IS NULL
    OR (flow_key = '' AND phone_at IS NULL AND channel_id IS NULL AND answers = 'at-once'));
