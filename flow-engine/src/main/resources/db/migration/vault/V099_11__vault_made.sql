-- What the key database is known to hold for an organisation. A key database that is older than this one lacks what is
-- noted here: lost, and not to be made anew.
CREATE TABLE vault_made (
  organisation_id uuid PRIMARY KEY,
  pepper boolean NOT NULL DEFAULT false,
  pepper_check bytea, -- what the pepper makes of a known value; null for one that was made before this was noted
  secrets boolean NOT NULL DEFAULT false,
  latest_hour timestamptz
);
CALL protect_by_organisation('vault_made');

INSERT INTO vault_made (organisation_id, pepper, secrets)
SELECT organisation_id, bool_or(pepper), bool_or(secrets) FROM (
  SELECT DISTINCT organisation_id, true AS pepper, false AS secrets FROM contact_identity
  UNION ALL SELECT DISTINCT organisation_id, true, true FROM account
  UNION ALL SELECT DISTINCT organisation_id, false, true FROM channel) AS sealed
GROUP BY organisation_id;

-- All organisations' notes, for the look at the start.
CREATE FUNCTION vault_made_all()
RETURNS TABLE (organisation_id uuid, pepper boolean, secrets boolean, latest_hour timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT organisation_id, pepper, secrets, latest_hour FROM vault_made ORDER BY organisation_id
$$;
REVOKE ALL ON FUNCTION vault_made_all FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault_made_all TO qliento_app;
