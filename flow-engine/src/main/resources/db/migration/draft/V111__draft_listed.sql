-- What long lists of drafts are sorted by.
CREATE INDEX draft_by_name ON draft (organisation_id, kind, lower(name), key);
CREATE INDEX draft_by_time ON draft (organisation_id, kind, draft_at, key);
