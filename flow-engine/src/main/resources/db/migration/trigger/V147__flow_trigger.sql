-- Addresses by which other systems begin flows. Of an address only the hash of its token is kept: whoever reads this
-- table can call none of them.
CREATE TABLE flow_trigger (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL,
  token bytea NOT NULL UNIQUE,
  flow_key text NOT NULL,
  channel_id uuid,
  proof text NOT NULL CHECK (proof IN ('none', 'bearer', 'basic', 'hmac', 'github', 'stripe', 'standard-webhooks')),
  proof_header text,
  secret text,
  phone_at text NOT NULL,
  values_at jsonb NOT NULL,
  when_busy text NOT NULL CHECK (when_busy IN ('wait', 'interrupt', 'skip')),
  enabled boolean NOT NULL DEFAULT true,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  -- A proof that compares something needs something to compare with.
  CHECK (proof = 'none' OR secret IS NOT NULL),
  CHECK (proof <> 'hmac' OR proof_header IS NOT NULL)
);
CREATE INDEX flow_trigger_listed ON flow_trigger (organisation_id, name);
CALL protect_by_organisation('flow_trigger');

-- What came to them, by the day it came: kept as messages are. The body is sealed for whom it is about, or for the
-- organisation when that is not known.
CREATE TABLE flow_trigger_delivery (
  day date NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  trigger_id uuid NOT NULL,
  dedupe bytea NOT NULL,
  content bytea NOT NULL,
  outcome text NOT NULL,
  start_id uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (day, id),
  UNIQUE (day, trigger_id, dedupe)
) PARTITION BY RANGE (day);
CREATE INDEX flow_trigger_delivery_listed ON flow_trigger_delivery (trigger_id, id);
CREATE TABLE flow_trigger_delivery_default PARTITION OF flow_trigger_delivery DEFAULT;
REVOKE ALL ON flow_trigger_delivery_default FROM qliento_app;
CALL protect_by_organisation('flow_trigger_delivery');

-- Whose an address is, before anybody is known.
CREATE FUNCTION flow_trigger_of_token(wanted bytea) RETURNS TABLE (id uuid, organisation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id, organisation_id FROM flow_trigger WHERE token = wanted
$$;
REVOKE ALL ON FUNCTION flow_trigger_of_token FROM PUBLIC;
GRANT EXECUTE ON FUNCTION flow_trigger_of_token TO qliento_app;
