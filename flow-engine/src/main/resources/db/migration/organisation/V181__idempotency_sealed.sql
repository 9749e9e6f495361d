-- Answers are sealed from now on. Those that lie there in clear go: whoever asks again is told that the request was done.
ALTER TABLE organisation_idempotency ADD COLUMN forgotten boolean NOT NULL DEFAULT false;
UPDATE organisation_idempotency SET forgotten = body IS NOT NULL, body = NULL WHERE status IS NOT NULL;
