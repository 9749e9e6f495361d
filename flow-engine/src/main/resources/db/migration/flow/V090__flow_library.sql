-- Words to find flows by, and flows put out of sight.
ALTER TABLE flow ADD COLUMN tags text[] NOT NULL DEFAULT '{}';
ALTER TABLE flow ADD COLUMN archived_at timestamptz;
