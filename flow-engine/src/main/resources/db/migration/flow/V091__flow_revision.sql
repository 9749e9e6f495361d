-- Each save of a draft is a new revision: who saves says which one they drew on, so nobody writes over what they did not see.
ALTER TABLE flow ADD COLUMN revision bigint NOT NULL DEFAULT 1;
ALTER TABLE flow ADD COLUMN IF NOT EXISTS draft_by text NOT NULL DEFAULT '';
ALTER TABLE flow_version ADD COLUMN note text NOT NULL DEFAULT '';

-- Drafts that were replaced by somebody else's, or put aside: kept, so that nothing drawn is lost.
CREATE TABLE flow_draft_kept (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  flow_key text NOT NULL,
  bpmn bytea NOT NULL,
  drawn_by text NOT NULL,
  drawn_at timestamptz NOT NULL,
  FOREIGN KEY (organisation_id, flow_key) REFERENCES flow (organisation_id, key) ON DELETE CASCADE
);
CREATE INDEX flow_draft_kept_of ON flow_draft_kept (organisation_id, flow_key, drawn_at);
CALL protect_by_organisation('flow_draft_kept');
