-- Whoever was given something of a person is told of corrections too: recipients are of any such act, under its id.
ALTER TABLE erasure_recipient DROP CONSTRAINT erasure_recipient_erasure_id_fkey;
ALTER TABLE erasure_recipient RENAME COLUMN erasure_id TO act_id;
ALTER TABLE erasure_recipient RENAME TO recipient;
