-- Tries to sign in are counted before the password is looked at, for each e-mail and source. A source is a blind index of
-- a network or of a browser that is known; empty where nothing is known of it.
ALTER TABLE account_refusal
  ADD COLUMN id uuid,
  ADD COLUMN source bytea NOT NULL DEFAULT '\x',
  ADD COLUMN pending boolean NOT NULL DEFAULT false;
CREATE INDEX account_refusal_from ON account_refusal (source, at);
CREATE INDEX account_refusal_id ON account_refusal (id);
