-- Tombstones of destroyed keys. They stand in the main database so that a key database restored from an old backup is
-- brought up to date at start. They name random ids only, and the application can't delete them.
CREATE TABLE vault_tombstone (
    organisation_id uuid        NOT NULL,
    subject_id      uuid        NOT NULL,
    destroyed_at    timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, subject_id)
);

CREATE TABLE vault_hour_tombstone (
    organisation_id  uuid        PRIMARY KEY,
    destroyed_before timestamptz NOT NULL,
    destroyed_at     timestamptz NOT NULL
);

ALTER TABLE vault_tombstone ENABLE ROW LEVEL SECURITY;
ALTER TABLE vault_hour_tombstone ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON vault_tombstone
    USING (organisation_id = nullif(current_setting('qliento.organisation', true), '')::uuid);
CREATE POLICY own_organisation ON vault_hour_tombstone
    USING (organisation_id = nullif(current_setting('qliento.organisation', true), '')::uuid);

-- Tombstones are for ever: what every other table allows by default is taken back.
REVOKE ALL ON vault_tombstone, vault_hour_tombstone FROM qliento_app;
GRANT SELECT, INSERT ON vault_tombstone TO qliento_app;
GRANT SELECT, INSERT, UPDATE ON vault_hour_tombstone TO qliento_app;

-- The replay at start reads the tombstones of all organisations, page by page in the order of the primary key.
CREATE FUNCTION vault_tombstones_after(last_organisation uuid, last_subject uuid, at_most int)
    RETURNS SETOF vault_tombstone
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT * FROM public.vault_tombstone
    WHERE (organisation_id, subject_id) > (last_organisation, last_subject)
    ORDER BY organisation_id, subject_id LIMIT at_most
$$;

CREATE FUNCTION vault_hour_tombstones()
    RETURNS SETOF vault_hour_tombstone
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT * FROM public.vault_hour_tombstone
$$;

REVOKE ALL ON FUNCTION vault_tombstones_after(uuid, uuid, int), vault_hour_tombstones() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault_tombstones_after(uuid, uuid, int), vault_hour_tombstones() TO qliento_app;
