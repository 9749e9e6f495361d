-- The same as in the key database, see there: whoever was erased, by what they were known.
CREATE TABLE vault_suppression (
  organisation_id uuid NOT NULL,
  value bytea NOT NULL,
  erased_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, value)
);
CALL protect_by_organisation('vault_suppression');
REVOKE ALL ON vault_suppression FROM qliento_app;
GRANT SELECT, INSERT, UPDATE ON vault_suppression TO qliento_app;

CREATE FUNCTION vault_suppressions_after(last_organisation uuid, last_value bytea, at_most int)
RETURNS SETOF vault_suppression
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT * FROM public.vault_suppression
  WHERE (organisation_id, value) > (last_organisation, last_value)
  ORDER BY organisation_id, value LIMIT at_most
$$;

REVOKE ALL ON FUNCTION vault_suppressions_after FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault_suppressions_after TO qliento_app;
