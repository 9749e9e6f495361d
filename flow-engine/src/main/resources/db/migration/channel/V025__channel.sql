-- A WhatsApp number of an organisation. Secrets are sealed by the vault; the verify token is only compared, so a hash will do.
CREATE TABLE channel (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  phone_number_id text NOT NULL UNIQUE,
  account_id text,
  display_number text NOT NULL,
  app_secret bytea NOT NULL,
  access_token bytea NOT NULL,
  verify_token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL
);
CALL protect_by_organisation('channel');
CREATE INDEX channel_by_organisation ON channel (organisation_id, id);

CREATE FUNCTION channel_find(number_ids text[], account_ids text[]) RETURNS SETOF channel
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT * FROM channel WHERE phone_number_id = ANY (number_ids) OR account_id = ANY (account_ids)
$$;

-- One channel for each organisation, to check a webhook that names no number of ours. Bounded: it is asked by strangers.
CREATE FUNCTION channel_sample() RETURNS SETOF channel
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT ON (organisation_id) * FROM channel ORDER BY organisation_id, id LIMIT 100
$$;

CREATE FUNCTION channel_verify_token_known(token_hash bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM channel WHERE verify_token_hash = token_hash)
$$;
REVOKE ALL ON FUNCTION channel_find, channel_sample, channel_verify_token_known FROM PUBLIC;
GRANT EXECUTE ON FUNCTION channel_find, channel_sample, channel_verify_token_known TO qliento_app;
