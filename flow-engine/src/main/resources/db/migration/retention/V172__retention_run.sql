-- What each sweep did: until when keys of hours were destroyed, how many, how many days of tables were dropped with it, and how long it took.
CREATE TABLE retention_run (
  organisation_id uuid NOT NULL REFERENCES organisation,
  at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  hours_destroyed int NOT NULL,
  partitions_dropped int NOT NULL,
  millis bigint NOT NULL,
  PRIMARY KEY (organisation_id, at)
);
CALL protect_by_organisation('retention_run');
