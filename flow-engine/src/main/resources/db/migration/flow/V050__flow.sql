CREATE TABLE flow (
  organisation_id uuid NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  draft bytea NOT NULL,
  draft_at timestamptz NOT NULL,
  live_version int,
  PRIMARY KEY (organisation_id, key)
);
CALL protect_by_organisation('flow');

-- What was published, for ever: a running conversation may still be on an old version.
CREATE TABLE flow_version (
  organisation_id uuid NOT NULL,
  flow_key text NOT NULL,
  version int NOT NULL,
  source bytea NOT NULL,
  definition_id text NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  PRIMARY KEY (organisation_id, flow_key, version),
  FOREIGN KEY (organisation_id, flow_key) REFERENCES flow (organisation_id, key)
);
CALL protect_by_organisation('flow_version');
CREATE UNIQUE INDEX flow_version_by_definition ON flow_version (definition_id);
