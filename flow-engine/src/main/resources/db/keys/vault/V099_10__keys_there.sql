-- Which keys there are for these organisations, for the look at the start; no key comes out.
CREATE FUNCTION vault_keys_there(asked uuid[], hours timestamptz[])
RETURNS TABLE (organisation_id uuid, pepper boolean, secrets boolean, hour boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.id,
    EXISTS (SELECT FROM vault_pepper p WHERE p.organisation_id = a.id),
    EXISTS (SELECT FROM vault_subject_key s WHERE s.organisation_id = a.id AND s.subject_id = a.id),
    a.hour IS NULL
      OR EXISTS (SELECT FROM vault_hour_key h WHERE h.organisation_id = a.id AND h.hour = a.hour)
      OR EXISTS (SELECT FROM vault_hour_floor f WHERE f.organisation_id = a.id AND f.destroyed_before > a.hour)
  FROM unnest(asked, hours) AS a (id, hour)
$$;
REVOKE ALL ON FUNCTION vault_keys_there FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault_keys_there TO qliento_app;
