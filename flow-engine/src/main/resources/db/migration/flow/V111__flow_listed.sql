-- What long lists of flows are sorted by.
CREATE INDEX flow_by_name ON flow (organisation_id, lower(name), key);
CREATE INDEX flow_by_draft ON flow (organisation_id, draft_at, key);
