-- Names and addresses end with their person and no longer with the hour they came in: what was sealed before is sealed
-- anew, a few rows at a time. What can't be opened for that any more is left as it is, and not tried again.
ALTER TABLE contact ADD COLUMN left_hourly boolean NOT NULL DEFAULT false;
CREATE INDEX contact_hourly ON contact (organisation_id, id)
  WHERE NOT left_hourly AND (substring(address FOR 1) <> '\x03' OR substring(name FOR 1) <> '\x03');

-- Whose contacts are to be sealed anew.
CREATE FUNCTION contact_hourly_organisations() RETURNS TABLE (organisation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.id FROM organisation o WHERE EXISTS (
    SELECT FROM contact c WHERE c.organisation_id = o.id
      AND NOT c.left_hourly AND (substring(c.address FOR 1) <> '\x03' OR substring(c.name FOR 1) <> '\x03'))
$$;
REVOKE ALL ON FUNCTION contact_hourly_organisations FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contact_hourly_organisations TO qliento_app;
