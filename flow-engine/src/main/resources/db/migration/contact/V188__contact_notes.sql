-- What colleagues are to know of somebody: language, tags, notes. Sealed with the person's key alone.
ALTER TABLE contact ADD COLUMN notes bytea;
