-- A trigger may begin a flow about nobody: then it names no number, and may answer with what the run answers.
ALTER TABLE flow_trigger ALTER COLUMN phone_at DROP NOT NULL;
ALTER TABLE flow_trigger ADD COLUMN answers text NOT NULL DEFAULT 'at-once' CHECK (answers IN ('at-once', 'result')),
  ADD CHECK (answers = 'at-once' OR phone_at IS NULL);
