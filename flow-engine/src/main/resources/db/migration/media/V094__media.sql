-- Files that flows send: the organisation's own content, nobody's personal data. The id is made of the bytes, so the same
-- file is kept once, and a flow taken to another organisation finds its file again where that has it too.
CREATE TABLE media_file (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('image', 'video', 'audio', 'document')),
  mime_type text NOT NULL,
  bytes int NOT NULL,
  sha256 bytea NOT NULL,
  name text NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, sha256)
);
ALTER TABLE media_file ALTER COLUMN content SET STORAGE EXTERNAL; -- these formats are compressed already
CALL protect_by_organisation('media_file');

-- What WhatsApp calls a file that was uploaded to a number.
CREATE TABLE media_upload (
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  channel_id uuid NOT NULL REFERENCES channel ON DELETE CASCADE,
  media_id text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, file_id, channel_id),
  FOREIGN KEY (organisation_id, file_id) REFERENCES media_file ON DELETE CASCADE
);
CREATE INDEX media_upload_by_channel ON media_upload (channel_id);
CALL protect_by_organisation('media_upload');
