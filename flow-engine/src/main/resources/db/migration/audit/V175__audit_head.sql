-- How far an organisation's chain had come, signed once a day by a key of the key database: what was there then can't be
-- cut off or made anew unnoticed.
CREATE TABLE audit_head (
  organisation_id uuid NOT NULL,
  day date NOT NULL,
  sequence bigint NOT NULL,
  hash bytea NOT NULL,
  at timestamptz NOT NULL,
  key text NOT NULL,
  signature bytea NOT NULL,
  PRIMARY KEY (organisation_id, day)
);
CALL protect_by_organisation('audit_head');
REVOKE ALL ON audit_head FROM qliento_app;
GRANT SELECT, INSERT ON audit_head TO qliento_app;

-- Whose chains have no head of this day yet; ids only.
CREATE FUNCTION audit_without_head(asked date) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT l.organisation_id FROM audit_link l WHERE l.sequence = 1
    AND NOT EXISTS (SELECT FROM audit_head h WHERE h.organisation_id = l.organisation_id AND h.day = asked)
$$;
CREATE INDEX audit_link_first ON audit_link (organisation_id) WHERE sequence = 1;

-- Whose log there may be, for whoever verifies them all; ids only.
CREATE FUNCTION audit_organisations() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM organisation
  UNION SELECT organisation_id FROM audit_link WHERE sequence = 1
  UNION SELECT organisation_id FROM audit_waiting
  UNION SELECT organisation_id FROM audit_head
$$;
REVOKE ALL ON FUNCTION audit_without_head, audit_organisations FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_without_head, audit_organisations TO qliento_app;
