-- Where organisations want to be told what happens. The secrets that sign are sealed by the vault; for a day after a
-- rotation the one before signs too. One that was switched off by us says why: nobody has to guess.
CREATE TABLE webhook_endpoint (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  address text NOT NULL,
  kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
  content boolean NOT NULL,
  enabled boolean NOT NULL,
  off_reason text CHECK (off_reason IN ('failing', 'gone')),
  off_at timestamptz,
  -- Since when all that was sent failed; null when the last was taken, or nothing was sent.
  failing_since timestamptz,
  secret bytea NOT NULL,
  former_secret bytea,
  former_until timestamptz,
  made_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  CHECK ((former_secret IS NULL) = (former_until IS NULL)),
  CHECK ((off_reason IS NULL) = (off_at IS NULL)),
  CHECK (off_reason IS NULL OR NOT enabled)
);
CREATE INDEX webhook_endpoint_listed ON webhook_endpoint (organisation_id, made_at);
CALL protect_by_organisation('webhook_endpoint');
