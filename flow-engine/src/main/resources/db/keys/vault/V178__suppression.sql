-- The people who were erased, as long as their identities must not lead back to them: each identity's blind index, hashed
-- with a pepper that is used for nothing else, so that nobody joins it with another table. The main database has the same
-- rows: each brings the other up to date at the start, whichever came from a backup.
CREATE TABLE vault_suppression (
    organisation_id uuid        NOT NULL,
    value           bytea       NOT NULL,
    erased_at       timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, value)
);

CREATE TABLE vault_suppression_pepper (
    organisation_id uuid        PRIMARY KEY,
    wrapped         bytea       NOT NULL,
    created_at      timestamptz NOT NULL
);

ALTER TABLE vault_suppression ENABLE ROW LEVEL SECURITY;
ALTER TABLE vault_suppression_pepper ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON vault_suppression
    USING (organisation_id = nullif(current_setting('qliento.organisation', true), '')::uuid);
CREATE POLICY own_organisation ON vault_suppression_pepper
    USING (organisation_id = nullif(current_setting('qliento.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON vault_suppression TO qliento_app;
GRANT SELECT, INSERT ON vault_suppression_pepper TO qliento_app;

CREATE FUNCTION vault_suppressions_after(last_organisation uuid, last_value bytea, at_most int)
    RETURNS SETOF vault_suppression
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT * FROM public.vault_suppression
    WHERE (organisation_id, value) > (last_organisation, last_value)
    ORDER BY organisation_id, value LIMIT at_most
$$;

-- Subjects whose key is destroyed: those without a tombstone in the main database were forgotten by it.
CREATE FUNCTION vault_destroyed_after(last_organisation uuid, last_subject uuid, at_most int)
    RETURNS TABLE (organisation_id uuid, subject_id uuid, destroyed_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT k.organisation_id, k.subject_id, k.destroyed_at FROM public.vault_subject_key k
    WHERE k.destroyed_at IS NOT NULL AND (k.organisation_id, k.subject_id) > (last_organisation, last_subject)
    ORDER BY k.organisation_id, k.subject_id LIMIT at_most
$$;
CREATE INDEX vault_subject_key_destroyed ON vault_subject_key (organisation_id, subject_id)
    WHERE destroyed_at IS NOT NULL;
REVOKE ALL ON FUNCTION vault_suppressions_after, vault_destroyed_after FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault_suppressions_after, vault_destroyed_after TO qliento_app;
