-- What people brought with them from elsewhere (GDPR Art. 20), each sealed with their key and that of the hour in which it was
-- received there. The id is made of whose it is and of the id it had, so that nothing is brought twice.
CREATE TABLE access_imported (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  contact_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('message', 'answer')),
  received_at timestamptz NOT NULL,
  imported_at timestamptz NOT NULL,
  content bytea NOT NULL
);
CREATE INDEX access_imported_of ON access_imported (contact_id, received_at, id);
CREATE INDEX access_imported_ending ON access_imported (received_at);
CALL protect_by_organisation('access_imported');

-- Deletes what nobody can read any more, of all organisations.
CREATE FUNCTION access_imported_end(before timestamptz, at_most int) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH gone AS (
    DELETE FROM access_imported WHERE id IN (SELECT i.id FROM access_imported i WHERE i.received_at < before LIMIT at_most)
    RETURNING 1
  ) SELECT count(*)::int FROM gone
$$;
REVOKE ALL ON FUNCTION access_imported_end FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_imported_end TO qliento_app;
