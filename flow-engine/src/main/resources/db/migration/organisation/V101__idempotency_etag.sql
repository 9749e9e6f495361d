-- The revision that the first answer named.
ALTER TABLE organisation_idempotency ADD COLUMN etag text;
