-- A flow may wait for another system: for which call, by its row in call_queue or, once that is gone, by its result in
-- the lane, which has the same id.
ALTER TABLE conversation ADD COLUMN call_id uuid;
ALTER TABLE conversation DROP CONSTRAINT conversation_state_check,
  ADD CONSTRAINT conversation_state_check CHECK (state IN ('free', 'asking', 'busy', 'calling'));
ALTER TABLE conversation ADD CONSTRAINT conversation_calls CHECK (state <> 'calling' OR call_id IS NOT NULL);
