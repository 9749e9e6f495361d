-- Whether the package's own key is destroyed and nothing is left of what it locked. One that failed, or was ended half way,
-- has it still: the sweep looks after both.
ALTER TABLE access_package ADD key_ended boolean NOT NULL DEFAULT false;
CREATE INDEX access_package_key ON access_package (id) WHERE state IN ('failed', 'over') AND NOT key_ended;

DROP FUNCTION access_package_ended;
CREATE FUNCTION access_package_ended(at timestamptz, at_most int) RETURNS TABLE (organisation_id uuid, id uuid, failed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.organisation_id, p.id, p.state = 'failed' FROM access_package p
  WHERE (p.state = 'ready' AND p.ends_at <= at) OR (p.state IN ('failed', 'over') AND NOT p.key_ended)
  ORDER BY p.id LIMIT at_most
$$;
REVOKE ALL ON FUNCTION access_package_ended FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_package_ended TO qliento_app;
