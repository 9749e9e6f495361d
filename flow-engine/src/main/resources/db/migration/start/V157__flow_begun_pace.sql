-- How fast the flows of one person begin further flows: each moves the time ahead, which passes meanwhile. Two flows that
-- begin each other are stopped by it.
CREATE TABLE flow_begun_pace (
  organisation_id uuid NOT NULL REFERENCES organisation,
  channel_id uuid NOT NULL,
  contact_id uuid NOT NULL REFERENCES contact ON DELETE CASCADE,
  ahead_until timestamptz NOT NULL,
  PRIMARY KEY (contact_id, channel_id)
);
CALL protect_by_organisation('flow_begun_pace');
