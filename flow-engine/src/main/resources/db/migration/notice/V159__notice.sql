-- What is wrong in an organisation, by kind: since when, and when its people were told last.
CREATE TABLE notice (
  organisation_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL,
  -- Null: nothing is wrong now.
  since timestamptz,
  told_at timestamptz,
  PRIMARY KEY (organisation_id, kind)
);
CALL protect_by_organisation('notice');

-- Whoever wants no mail of a kind, in one organisation.
CREATE TABLE notice_unwanted (
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  kind text NOT NULL,
  PRIMARY KEY (organisation_id, account_id, kind)
);
CALL protect_by_organisation('notice_unwanted');
