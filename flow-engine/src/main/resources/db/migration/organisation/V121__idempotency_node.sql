-- The node that does the request: when it is gone, whoever asks again takes the key over. Null is a node of before.
ALTER TABLE organisation_idempotency ADD COLUMN node int;
