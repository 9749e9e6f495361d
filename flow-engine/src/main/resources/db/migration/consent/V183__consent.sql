-- The ids of one person: this contact's, that of the one it turned out to be, and those of all who turned out to be that one.
-- Also of somebody who is not there (any more): their own. As whoever asks, so row level security holds.
CREATE FUNCTION contact_family(contact uuid) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT contact
  UNION SELECT c.merged_into FROM contact c WHERE c.id = contact AND c.merged_into IS NOT NULL
  UNION SELECT m.id FROM contact m WHERE m.merged_into = contact
  UNION SELECT m.id FROM contact c JOIN contact m ON m.merged_into = c.merged_into WHERE c.id = contact;
END;

-- What people agreed to: the fields of ISO/IEC TS 27560. Rows are only ever added; they go with their person, by
-- consent_forget.
CREATE TABLE consent_record (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  schema text NOT NULL,
  notice_id text,
  notice_version text,
  language text,
  jurisdiction text,
  shown bytea, -- what was put before them and its hash, sealed with the person's key alone; null for nothing
  recorded_at timestamptz NOT NULL
);
CREATE INDEX consent_record_of ON consent_record (contact_id, id);
CALL protect_by_organisation('consent_record');

-- What happened with a record, a row for each purpose.
CREATE TABLE consent_event (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  record_id uuid NOT NULL REFERENCES consent_record,
  contact_id uuid NOT NULL,
  purpose text NOT NULL,
  event text NOT NULL CHECK (event IN ('requested', 'given', 'refused', 'withdrawn', 'expired')),
  at timestamptz NOT NULL,
  until timestamptz,
  recorded_at timestamptz NOT NULL,
  channel text NOT NULL,
  by_kind text NOT NULL CHECK (by_kind IN ('person', 'flow', 'account', 'key', 'platform')),
  by_id text NOT NULL,
  evidence bytea -- sealed with the person's key alone
);
CREATE INDEX consent_event_last ON consent_event (contact_id, purpose, at, id);
CREATE INDEX consent_event_of ON consent_event (record_id);
CREATE INDEX consent_event_until ON consent_event (organisation_id, until) WHERE until IS NOT NULL;
CALL protect_by_organisation('consent_event');

-- Restrictions (GDPR Art. 18) and objections (Art. 21), and that one was lifted. Rows are only ever added.
CREATE TABLE consent_limit (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('restriction', 'objection')),
  purpose text CHECK ((purpose IS NULL) = (kind = 'restriction')),
  lifts uuid UNIQUE REFERENCES consent_limit,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  reason bytea NOT NULL -- sealed with the person's key alone
);
CREATE INDEX consent_limit_of ON consent_limit (contact_id);
CALL protect_by_organisation('consent_limit');

REVOKE ALL ON consent_record, consent_event, consent_limit FROM qliento_app;
GRANT SELECT, INSERT ON consent_record, consent_event, consent_limit TO qliento_app;

-- The one way to delete: all of these people, when they are erased. Only of the transaction's organisation.
CREATE FUNCTION consent_forget(contacts uuid[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  gone int;
  more int;
BEGIN
  DELETE FROM consent_event WHERE organisation_id = current_organisation() AND contact_id = ANY (contacts);
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM consent_record WHERE organisation_id = current_organisation() AND contact_id = ANY (contacts);
  GET DIAGNOSTICS more = ROW_COUNT;
  gone := gone + more;
  DELETE FROM consent_limit WHERE organisation_id = current_organisation() AND contact_id = ANY (contacts);
  GET DIAGNOSTICS more = ROW_COUNT;
  RETURN gone + more;
END $$;
REVOKE ALL ON FUNCTION consent_forget FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consent_forget TO qliento_app;
