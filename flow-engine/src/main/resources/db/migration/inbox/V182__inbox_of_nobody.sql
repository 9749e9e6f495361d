-- What came about somebody whom nobody looked up lies there sealed for the organisation, where no erasure of theirs reaches
-- it. Nothing was ever done about any of it, and nobody can tell from here which of it is about people: all of it goes.
DELETE FROM inbox_message WHERE contact_id IS NULL;
