-- From whom an organisation's mail comes, and the server that sends it; no row for one that sends none. The password is
-- sealed by the vault.
CREATE TABLE mail_sender (
  organisation_id uuid PRIMARY KEY REFERENCES organisation,
  address text NOT NULL,
  name text NOT NULL,
  host text NOT NULL,
  port int NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security text NOT NULL CHECK (security IN ('starttls', 'tls')),
  user_name text,
  password bytea,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  CHECK ((user_name IS NULL) = (password IS NULL))
);
CALL protect_by_organisation('mail_sender');
