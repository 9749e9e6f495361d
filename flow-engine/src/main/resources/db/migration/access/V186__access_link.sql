-- Ways for a person to take their package without an account: an address, of which only the hash is here, and a code that they
-- are given another way, of which there is no more than what the organisation's pepper makes of it.
CREATE TABLE access_link (
  id uuid PRIMARY KEY,
  package_id uuid NOT NULL REFERENCES access_package ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  token bytea NOT NULL UNIQUE,
  code bytea NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  most_downloads int NOT NULL CHECK (most_downloads BETWEEN 1 AND 10),
  -- When somebody of the organisation ended it.
  ended_at timestamptz,
  -- How often somebody came when it was over.
  late int NOT NULL DEFAULT 0
);
CREATE INDEX access_link_of_package ON access_link (package_id, id);
CALL protect_by_organisation('access_link');

-- What became of it: downloads, and codes that were wrong. Five of these end it.
CREATE TABLE access_link_use (
  id uuid PRIMARY KEY,
  link_id uuid NOT NULL REFERENCES access_link ON DELETE CASCADE,
  organisation_id uuid NOT NULL,
  right_code boolean NOT NULL,
  used_at timestamptz NOT NULL
);
CREATE INDEX access_link_use_of ON access_link_use (link_id, used_at);
CALL protect_by_organisation('access_link_use');

-- Whose address this is; whoever comes says nothing else.
CREATE FUNCTION access_link_of_token(wanted bytea) RETURNS TABLE (organisation_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT l.organisation_id, l.id FROM access_link l WHERE l.token = wanted
$$;
REVOKE ALL ON FUNCTION access_link_of_token FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_link_of_token TO qliento_app;
