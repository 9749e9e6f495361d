-- Keys that this Qliento signs with, for anybody to check. Only the private half is wrapped; the highest number signs.
CREATE TABLE vault_signing_key (
    number     int         PRIMARY KEY,
    public_key bytea       NOT NULL,
    wrapped    bytea       NOT NULL,
    created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON vault_signing_key TO qliento_app;
