-- How often a step with this message was begun by a process that had found it left by an earlier one: what ends the process
-- is put aside after a few starts. Ordinary messages are never counted, so they cost no more.
ALTER TABLE inbox_queue ADD COLUMN begun int NOT NULL DEFAULT 0;

-- What a person may look at: parked, tried in vain, or left by a process that ended. Ordinary messages are not in it.
CREATE INDEX inbox_queue_waiting ON inbox_queue (organisation_id, id)
  WHERE state = 'parked' OR (source = 'message' AND attempts + begun > 0);
DROP INDEX inbox_queue_parked;
