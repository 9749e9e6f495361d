-- What was done in an organisation, by whom and to what. Entries are only ever added: the application may neither change
-- nor delete one, and has no way at all to write a link of the chain but audit_chain.
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  about_kind text NOT NULL,
  about text NOT NULL,
  detail bytea, -- sealed; null when there is none
  detail_hash bytea NOT NULL CHECK (octet_length(detail_hash) = 32)
);
CREATE INDEX audit_entry_listed ON audit_entry (organisation_id, at, id);
CREATE INDEX audit_entry_action ON audit_entry (organisation_id, action, at, id);
CREATE INDEX audit_entry_actor ON audit_entry (organisation_id, actor, at, id);
CREATE INDEX audit_entry_about ON audit_entry (organisation_id, about, at, id);
CALL protect_by_organisation('audit_entry');

-- The chain: a place for each entry, without gaps, and what binds it to the one before.
CREATE TABLE audit_link (
  organisation_id uuid NOT NULL,
  sequence bigint NOT NULL,
  entry_id uuid NOT NULL UNIQUE,
  previous bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (organisation_id, sequence)
);
CALL protect_by_organisation('audit_link');

-- Entries that have no place yet. A row comes with its entry and goes with its link, so an entry that is in neither was
-- tampered with.
CREATE TABLE audit_waiting (
  organisation_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, entry_id)
);
CALL protect_by_organisation('audit_waiting');

REVOKE ALL ON audit_entry, audit_link, audit_waiting FROM qliento_app;
GRANT SELECT, INSERT ON audit_entry TO qliento_app;
GRANT SELECT ON audit_link, audit_waiting TO qliento_app;

CREATE FUNCTION audit_wait() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO audit_waiting (organisation_id, entry_id) VALUES (NEW.organisation_id, NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER audit_entry_waits AFTER INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_wait();

CREATE FUNCTION audit_text(words text) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN int4send(octet_length(convert_to(words, 'UTF8'))) || convert_to(words, 'UTF8');

-- What an entry is in the chain, see com.qliento.audit.AuditChain, which has the same form.
CREATE FUNCTION audit_hash(e audit_entry, sequence bigint, previous bytea) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256('\x01'::bytea || uuid_send(e.organisation_id) || int8send(sequence) || uuid_send(e.id)
  || int8send((extract(epoch FROM e.at) * 1000000)::bigint)
  || audit_text(e.actor_kind) || audit_text(e.actor) || audit_text(e.action)
  || audit_text(e.about_kind) || audit_text(e.about) || e.detail_hash || previous);

-- Gives up to so many waiting entries their places and tells how many it looked at; 0 also while somebody else is at it.
-- Entries that wait at the same time get theirs in the order of their ids, which is that of their making. One whose
-- transaction commits later than that of an entry made after it comes after it: it waits until it is seen, so none is
-- passed over. All in one transaction: a crash leaves the entries waiting.
CREATE FUNCTION audit_chain(organisation uuid, at_most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  e audit_entry;
  place bigint;
  before bytea;
  own bytea;
  seen int := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('audit_chain'), hashtext(organisation::text)) THEN
    RETURN 0;
  END IF;
  -- Each statement from here on sees what whoever had the lock before has committed.
  SELECT l.sequence, l.hash INTO place, before FROM audit_link l
  WHERE l.organisation_id = organisation ORDER BY l.sequence DESC LIMIT 1;
  IF place IS NULL THEN
    place := 0;
    before := decode(repeat('00', 32), 'hex');
  END IF;
  FOR e IN
    SELECT a.* FROM audit_waiting w JOIN audit_entry a ON a.id = w.entry_id AND a.organisation_id = w.organisation_id
    WHERE w.organisation_id = organisation ORDER BY w.entry_id LIMIT at_most
  LOOP
    seen := seen + 1;
    IF NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id) THEN
      place := place + 1;
      own := audit_hash(e, place, before);
      INSERT INTO audit_link (organisation_id, sequence, entry_id, previous, hash)
      VALUES (organisation, place, e.id, before, own);
      before := own;
    END IF;
    DELETE FROM audit_waiting w WHERE w.organisation_id = organisation AND w.entry_id = e.id;
  END LOOP;
  RETURN seen;
END $$;

-- Whose entries wait, how many and since when; no content.
CREATE FUNCTION audit_waiting_all() RETURNS TABLE (organisation_id uuid, entries bigint, oldest timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.organisation_id, count(*), min(a.at) FROM audit_waiting w LEFT JOIN audit_entry a ON a.id = w.entry_id
  GROUP BY w.organisation_id
$$;

REVOKE ALL ON FUNCTION audit_wait, audit_chain, audit_waiting_all FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_chain, audit_waiting_all TO qliento_app;
