-- Made by the application for its demo, from its settings: what its settings no longer say is closed. Until now the demo's
-- organisation had no others.
ALTER TABLE account ADD COLUMN seeded boolean NOT NULL DEFAULT false;
UPDATE account SET seeded = true WHERE id IN (
  SELECT account_id FROM account_member WHERE organisation_id = '00000000-0000-7000-8000-00000000de30');
CREATE INDEX account_seeded ON account (id) WHERE seeded;
