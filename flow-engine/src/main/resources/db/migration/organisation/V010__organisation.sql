CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  fallback_reply text,
  stop_keywords text[] NOT NULL,
  stop_reply text NOT NULL,
  created_at timestamptz NOT NULL
);
CALL protect_by_organisation('organisation', 'id');

CREATE TABLE organisation_api_key (
  hash bytea PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL,
  created_at timestamptz NOT NULL
);
CALL protect_by_organisation('organisation_api_key');

-- Answers of POST requests that carried an Idempotency-Key.
CREATE TABLE organisation_idempotency (
  organisation_id uuid NOT NULL,
  key_hash bytea NOT NULL,
  request_hash bytea NOT NULL,
  status int,
  location text,
  body bytea,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, key_hash)
);
CALL protect_by_organisation('organisation_idempotency');

-- Whose key is it? Before that is known there is no organisation to set.
CREATE FUNCTION organisation_of_api_key(key_hash bytea) RETURNS TABLE (organisation_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT k.organisation_id, k.name FROM organisation_api_key k WHERE k.hash = key_hash
$$;

-- Ids only, for jobs that go through all organisations one by one.
CREATE FUNCTION organisation_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM organisation
$$;
REVOKE ALL ON FUNCTION organisation_of_api_key, organisation_ids FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organisation_of_api_key, organisation_ids TO qliento_app;
