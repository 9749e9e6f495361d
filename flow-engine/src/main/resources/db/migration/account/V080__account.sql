-- People who sign in. For them Qliento itself is the controller, so their rows belong to its own organisation; e-mail and
-- name are sealed as its secrets, the e-mail is found by its blind index.
CREATE TABLE account (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  email_key bytea NOT NULL UNIQUE,
  email bytea NOT NULL,
  name bytea NOT NULL,
  password text NOT NULL,
  language text,
  zone text,
  created_at timestamptz NOT NULL
);
CALL protect_by_organisation('account');

-- What a person may do for an organisation of customers.
CREATE TABLE account_member (
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'builder', 'agent', 'compliance', 'viewer')),
  since timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, account_id)
);
CREATE INDEX account_member_of ON account_member (account_id);
CALL protect_by_organisation('account_member');

-- Sign-ins that failed, by the blind index of what was typed, whether anybody is called so or not.
CREATE TABLE account_refusal (
  organisation_id uuid NOT NULL,
  email_key bytea NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX account_refusal_of ON account_refusal (email_key, at);
CALL protect_by_organisation('account_refusal');

-- The organisations that somebody works for: known before one of them is chosen.
CREATE FUNCTION account_memberships(account uuid) RETURNS TABLE (organisation_id uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT m.organisation_id, o.name, m.role FROM account_member m JOIN organisation o ON o.id = m.organisation_id
  WHERE m.account_id = account ORDER BY o.name, o.id
$$;
REVOKE ALL ON FUNCTION account_memberships FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_memberships TO qliento_app;
