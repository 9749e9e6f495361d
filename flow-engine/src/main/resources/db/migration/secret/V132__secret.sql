-- What an organisation keeps for calls to other systems, such as their tokens: by a name, sealed by the vault for that
-- name, and never shown.
CREATE TABLE secret (
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL,
  value bytea NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (organisation_id, name)
);
CALL protect_by_organisation('secret');
