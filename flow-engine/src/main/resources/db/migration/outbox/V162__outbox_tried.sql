-- Since when a message has been tried and could not be sent, whatever kept it from being sent.
ALTER TABLE outbox_queue ADD COLUMN tried_at timestamptz;
