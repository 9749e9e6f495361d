-- The key database: keys wrapped by the root keyset, apart from the data they lock, so that a backup of the one never
-- holds the other. Keep its backups short (7 days or fewer); tombstones in the main database outlive them.

-- One value wrapped by the root keyset in use. It tells a first start from a lost or foreign root keyset.
CREATE TABLE vault_root (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    wrapped  bytea   NOT NULL
);

-- A destroyed key keeps its row without the key, so that nothing can create a key for that subject again.
CREATE TABLE vault_subject_key (
    organisation_id uuid        NOT NULL,
    subject_id      uuid        NOT NULL,
    wrapped         bytea,
    created_at      timestamptz NOT NULL,
    destroyed_at    timestamptz,
    PRIMARY KEY (organisation_id, subject_id),
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);

CREATE TABLE vault_hour_key (
    organisation_id uuid        NOT NULL,
    hour            timestamptz NOT NULL,
    wrapped         bytea       NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, hour)
);

-- Hours that begin before this instant have no key any more and get none again.
CREATE TABLE vault_hour_floor (
    organisation_id  uuid        PRIMARY KEY,
    destroyed_before timestamptz NOT NULL
);

CREATE TABLE vault_pepper (
    organisation_id uuid        PRIMARY KEY,
    wrapped         bytea       NOT NULL,
    created_at      timestamptz NOT NULL
);

ALTER TABLE vault_subject_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE vault_hour_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE vault_hour_floor ENABLE ROW LEVEL SECURITY;
ALTER TABLE vault_pepper ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON vault_subject_key
    USING (organisation_id = nullif(current_setting('qliento.organisation', true), '')::uuid);
CREATE POLICY own_organisation ON vault_hour_key
    USING (organisation_id = nullif(current_setting('qliento.organisation', true), '')::uuid);
CREATE POLICY own_organisation ON vault_hour_floor
    USING (organisation_id = nullif(current_setting('qliento.organisation', true), '')::uuid);
CREATE POLICY own_organisation ON vault_pepper
    USING (organisation_id = nullif(current_setting('qliento.organisation', true), '')::uuid);

GRANT SELECT, INSERT ON vault_root TO qliento_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON vault_subject_key, vault_hour_key, vault_hour_floor, vault_pepper TO qliento_app;
