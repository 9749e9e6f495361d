-- How an organisation tightens what may be sent; no row for one that sends as the platform does.
CREATE TABLE policy_send_terms (
  organisation_id uuid PRIMARY KEY,
  zone text NOT NULL,
  quiet_from time,
  quiet_to time,
  utility_needs_consent boolean NOT NULL,
  yellow_holds_marketing boolean NOT NULL,
  margin_minutes int NOT NULL CHECK (margin_minutes BETWEEN 0 AND 120),
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
);
CALL protect_by_organisation('policy_send_terms');
