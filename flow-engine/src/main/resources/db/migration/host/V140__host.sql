-- Hosts that an organisation's flows may send requests to, as it writes them: host, *.host, either with a port. One that
-- somebody only asked for waits until an owner allows it. None is there from the start.
CREATE TABLE host_allowed (
  organisation_id uuid NOT NULL REFERENCES organisation,
  host text NOT NULL,
  allowed boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (organisation_id, host)
);
CALL protect_by_organisation('host_allowed');
