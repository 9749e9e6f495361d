-- A person as one organisation knows them. The row id is the vault's subject: what is personal is sealed with its key.
CREATE TABLE contact (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  merged_into uuid REFERENCES contact,
  address_kind text NOT NULL CHECK (address_kind IN ('phone', 'user_id')),
  address bytea NOT NULL,
  name bytea,
  created_at timestamptz NOT NULL
) WITH (fillfactor = 85);
CALL protect_by_organisation('contact');
CREATE INDEX contact_by_organisation ON contact (organisation_id, id);

-- The identity graph of a channel: whichever identity a message carries leads to the contact. Values are blind indexes.
CREATE TABLE contact_identity (
  channel_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('phone', 'user_id', 'parent_id')),
  value bytea NOT NULL,
  organisation_id uuid NOT NULL,
  contact_id uuid NOT NULL REFERENCES contact,
  PRIMARY KEY (channel_id, kind, value)
);
CALL protect_by_organisation('contact_identity');
CREATE INDEX contact_identity_of ON contact_identity (contact_id);
