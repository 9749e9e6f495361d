-- All that is kept of a person, put together for them: asked for, made in the background, kept under a key of its own until
-- its time is over. Whose it is is a reference.
CREATE TABLE access_package (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  contact_id uuid NOT NULL,
  language text NOT NULL,
  state text NOT NULL DEFAULT 'making' CHECK (state IN ('making', 'ready', 'failed', 'over')),
  -- An account's id, or the name of a program's key.
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  -- When it was made, and until when it is there.
  made_at timestamptz,
  ends_at timestamptz,
  records int,
  unreadable int,
  bytes bigint,
  failure text
);
-- One of a person at a time.
CREATE UNIQUE INDEX access_package_making ON access_package (contact_id) WHERE state = 'making';
CREATE INDEX access_package_listed ON access_package (organisation_id, id);
CREATE INDEX access_package_ending ON access_package (ends_at) WHERE state = 'ready';
CALL protect_by_organisation('access_package');

-- Its bytes, in pieces, each sealed.
CREATE TABLE access_package_part (
  package_id uuid NOT NULL REFERENCES access_package ON DELETE CASCADE,
  part int NOT NULL,
  organisation_id uuid NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (package_id, part)
);
CALL protect_by_organisation('access_package_part');

-- Who took it when; it stays when the package is over.
CREATE TABLE access_package_taken (
  id uuid PRIMARY KEY,
  package_id uuid NOT NULL REFERENCES access_package,
  organisation_id uuid NOT NULL,
  taken_by text NOT NULL,
  taken_at timestamptz NOT NULL
);
CREATE INDEX access_package_taken_of ON access_package_taken (package_id);
CALL protect_by_organisation('access_package_taken');

-- Packages whose time is over, of all organisations.
CREATE FUNCTION access_package_ended(at timestamptz, at_most int) RETURNS TABLE (organisation_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT organisation_id, id FROM access_package WHERE state = 'ready' AND ends_at <= at ORDER BY ends_at LIMIT at_most
$$;
REVOKE ALL ON FUNCTION access_package_ended FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_package_ended TO qliento_app;
