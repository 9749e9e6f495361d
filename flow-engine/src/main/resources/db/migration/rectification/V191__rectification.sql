-- Corrections that were asked for of what is kept of people (GDPR Art. 16). What was kept, what is right instead and what
-- shows it are sealed with the person's key alone, and so is why it was decided as it was.
CREATE TABLE rectification (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  contact_id uuid NOT NULL,
  field text NOT NULL CHECK (field IN ('name', 'phone', 'answer')),
  answer text,
  words bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('asked', 'applied', 'refused', 'ended')),
  -- An account's id, or the name of a program's key.
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  -- What keeps their data from being used until it is decided (Art. 18(1)(a)).
  restriction_id uuid NOT NULL,
  decided_by text,
  decided_at timestamptz,
  reason bytea,
  CONSTRAINT rectification_answer CHECK ((answer IS NOT NULL) = (field = 'answer')),
  CONSTRAINT rectification_decided
    CHECK (state NOT IN ('applied', 'refused') OR (decided_by IS NOT NULL AND decided_at IS NOT NULL AND reason IS NOT NULL))
);
CREATE UNIQUE INDEX rectification_open ON rectification (contact_id, field, coalesce(answer, '')) WHERE state = 'asked';
CREATE INDEX rectification_of ON rectification (contact_id);
CREATE INDEX rectification_listed ON rectification (organisation_id, id);
CALL protect_by_organisation('rectification');

-- A name that somebody had corrected is not what WhatsApp says of them any more.
ALTER TABLE contact ADD COLUMN name_corrected boolean NOT NULL DEFAULT false;

-- A restriction for as long as something is disputed: it is lifted when that is decided, and no other with it.
ALTER TABLE consent_limit ADD COLUMN apart boolean NOT NULL DEFAULT false;
