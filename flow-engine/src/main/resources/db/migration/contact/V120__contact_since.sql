-- Since when an identity is its contact's, as far as is known: what was written before says nothing against it. Null for
-- what was known before this was kept: long ago.
ALTER TABLE contact_identity ADD COLUMN since timestamptz;

-- Somebody whose number is another person's now, and of whom nothing else is known, can't be written to until they write.
ALTER TABLE contact ALTER COLUMN address DROP NOT NULL;
-- They are no half of somebody known by another number alone.
ALTER TABLE contact ADD COLUMN lost_number boolean NOT NULL DEFAULT false;
