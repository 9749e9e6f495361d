-- What long lists of files are sorted by.
CREATE INDEX media_file_by_time ON media_file (organisation_id, uploaded_at, id);
CREATE INDEX media_file_by_name ON media_file (organisation_id, lower(name), id);
CREATE INDEX media_file_by_size ON media_file (organisation_id, bytes, id);
