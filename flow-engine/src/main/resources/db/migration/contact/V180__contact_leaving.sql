-- Since when somebody is being erased: nobody finds them any more or writes to them, and soon the row goes.
ALTER TABLE contact ADD COLUMN leaving_at timestamptz;
