-- What a key may do, who made it and when it was used last. Keys of before may do everything, as they did.
ALTER TABLE organisation_api_key
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  ADD COLUMN scopes text[] NOT NULL DEFAULT '{admin}'
    CHECK (scopes <@ '{read,write,start,admin}' AND cardinality(scopes) > 0),
  ADD COLUMN created_by text NOT NULL DEFAULT '',
  ADD COLUMN last_used_at timestamptz;
CREATE INDEX organisation_api_key_listed ON organisation_api_key (organisation_id, created_at);

-- Whose key is it, and what may it do? Before that is known there is no organisation to set. The function of before stays
-- for nodes of before.
CREATE FUNCTION organisation_key_of(key_hash bytea)
RETURNS TABLE (organisation_id uuid, name text, scopes text[], last_used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT k.organisation_id, k.name, k.scopes, k.last_used_at FROM organisation_api_key k WHERE k.hash = key_hash
$$;
REVOKE ALL ON FUNCTION organisation_key_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organisation_key_of TO qliento_app;
