-- What people write together, of every kind, in one place: the draft, what was published, what was put aside. Each save is
-- a new revision: who saves says which one they wrote on, so nobody writes over what they did not see.
CREATE TABLE draft (
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  content bytea NOT NULL,
  revision bigint NOT NULL DEFAULT 1,
  draft_at timestamptz NOT NULL,
  draft_by text NOT NULL,
  live_version int,
  PRIMARY KEY (organisation_id, kind, key)
);
CALL protect_by_organisation('draft');

-- What was published, for ever: a running conversation, or a flow that is bound to it, may still be on an old version.
CREATE TABLE draft_version (
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  version int NOT NULL,
  content bytea NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (organisation_id, kind, key, version),
  FOREIGN KEY (organisation_id, kind, key) REFERENCES draft ON DELETE CASCADE
);
CALL protect_by_organisation('draft_version');

-- Drafts that were replaced by somebody else's, or put aside: kept, so that nothing written is lost.
CREATE TABLE draft_kept (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  content bytea NOT NULL,
  drawn_by text NOT NULL,
  drawn_at timestamptz NOT NULL,
  FOREIGN KEY (organisation_id, kind, key) REFERENCES draft ON DELETE CASCADE
);
CREATE INDEX draft_kept_of ON draft_kept (organisation_id, kind, key, id);
CALL protect_by_organisation('draft_kept');

INSERT INTO draft (organisation_id, kind, key, name, content, revision, draft_at, draft_by, live_version)
  SELECT organisation_id, 'flow', key, name, draft, revision, draft_at, draft_by, live_version FROM flow
  UNION ALL
  SELECT organisation_id, 'decision', key, name, draft, revision, draft_at, draft_by, live_version FROM ruleset_decision;
INSERT INTO draft_version (organisation_id, kind, key, version, content, published_at, published_by, note)
  SELECT organisation_id, 'flow', flow_key, version, source, published_at, published_by, note FROM flow_version
  UNION ALL
  SELECT organisation_id, 'decision', key, version, source, published_at, published_by, note FROM ruleset_version;
INSERT INTO draft_kept (id, organisation_id, kind, key, content, drawn_by, drawn_at)
  SELECT id, organisation_id, 'flow', flow_key, bpmn, drawn_by, drawn_at FROM flow_draft_kept;

-- What only flows have stays with them: tags and archive, and as what the engine runs a version.
ALTER TABLE flow_version
  DROP CONSTRAINT flow_version_organisation_id_flow_key_fkey,
  DROP COLUMN source, DROP COLUMN published_at, DROP COLUMN published_by, DROP COLUMN note,
  ADD COLUMN kind text NOT NULL GENERATED ALWAYS AS ('flow') STORED;
ALTER TABLE flow_version
  ADD FOREIGN KEY (organisation_id, kind, flow_key, version) REFERENCES draft_version ON DELETE CASCADE;
ALTER TABLE flow
  DROP COLUMN name, DROP COLUMN draft, DROP COLUMN revision, DROP COLUMN draft_at, DROP COLUMN draft_by,
  DROP COLUMN live_version,
  ADD COLUMN kind text NOT NULL GENERATED ALWAYS AS ('flow') STORED;
ALTER TABLE flow ADD FOREIGN KEY (organisation_id, kind, key) REFERENCES draft ON DELETE CASCADE;
ALTER TABLE ruleset_case
  DROP CONSTRAINT ruleset_case_organisation_id_key_fkey,
  ADD COLUMN kind text NOT NULL GENERATED ALWAYS AS ('decision') STORED;
ALTER TABLE ruleset_case ADD FOREIGN KEY (organisation_id, kind, key) REFERENCES draft ON DELETE CASCADE;
DROP TABLE flow_draft_kept;
DROP TABLE ruleset_version;
DROP TABLE ruleset_decision;
