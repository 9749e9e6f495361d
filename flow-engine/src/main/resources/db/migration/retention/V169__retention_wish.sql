-- Who wants messages kept shorter than the platform keeps them. No row: as the platform does.
CREATE TABLE retention_wish (
  organisation_id uuid PRIMARY KEY REFERENCES organisation,
  days int NOT NULL CHECK (days >= 1),
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
CALL protect_by_organisation('retention_wish');

-- All wishes, which every node has in memory.
CREATE FUNCTION retention_wishes() RETURNS TABLE (organisation_id uuid, days int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.organisation_id, w.days FROM retention_wish w
$$;
REVOKE ALL ON FUNCTION retention_wishes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION retention_wishes TO qliento_app;
