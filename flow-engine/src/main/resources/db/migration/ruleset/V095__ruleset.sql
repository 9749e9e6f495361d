CREATE TABLE ruleset_decision (
  organisation_id uuid NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  draft bytea NOT NULL,
  revision bigint NOT NULL DEFAULT 1,
  draft_at timestamptz NOT NULL,
  draft_by text NOT NULL,
  live_version int,
  PRIMARY KEY (organisation_id, key)
);
CALL protect_by_organisation('ruleset_decision');

-- What was published, for ever: a flow may be bound to an old version.
CREATE TABLE ruleset_version (
  organisation_id uuid NOT NULL,
  key text NOT NULL,
  version int NOT NULL,
  source bytea NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (organisation_id, key, version),
  FOREIGN KEY (organisation_id, key) REFERENCES ruleset_decision (organisation_id, key) ON DELETE CASCADE
);
CALL protect_by_organisation('ruleset_version');
