-- Chats that a flow must keep having as they are: invented, so not sealed.
CREATE TABLE flow_case (
  organisation_id uuid NOT NULL,
  flow_key text NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  steps jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, flow_key) REFERENCES flow (organisation_id, key) ON DELETE CASCADE
);
CREATE INDEX flow_case_of ON flow_case (organisation_id, flow_key, created_at);
CALL protect_by_organisation('flow_case');
