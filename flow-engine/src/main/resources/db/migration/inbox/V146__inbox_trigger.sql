-- A flow that another system wants to begin may wait until no other runs; answers and events never wait.
ALTER TABLE inbox_queue DROP CONSTRAINT inbox_queue_result_waits_for_nobody,
  ADD CONSTRAINT inbox_queue_result_waits_for_nobody CHECK (source IN ('message', 'trigger') OR state = 'pending');
