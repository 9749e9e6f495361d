-- Erasures of people (GDPR Art. 17): asked for by one, approved by another, and then done in steps, each of which may be
-- repeated. Whose it is stands here only until it is done.
CREATE TABLE erasure (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  contact_id uuid,
  -- All that turned out to be the same person, once it has begun.
  family uuid[],
  state text NOT NULL CHECK (state IN ('asked', 'withdrawn', 'running', 'done')),
  step text NOT NULL DEFAULT 'stop' CHECK (step IN ('stop', 'nodes', 'copies', 'keys', 'rows', 'check', 'certify')),
  -- An account's id, or the name of a program's key.
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  approved_by text,
  approved_at timestamptz,
  -- Of somebody who was erased before: the database was put back from a backup that had them still.
  again boolean NOT NULL DEFAULT false,
  due_at timestamptz,
  node int,
  attempts int NOT NULL DEFAULT 0,
  counted_before jsonb,
  counted_after jsonb,
  nodes int,
  stopped_at timestamptz,
  keys_at timestamptz,
  rows_at timestamptz,
  checked_at timestamptz,
  entry_id uuid,
  done_at timestamptz,
  -- Two people: nobody erases alone, whatever the program says.
  CONSTRAINT erasure_four_eyes CHECK (approved_by <> asked_by),
  CONSTRAINT erasure_approved CHECK (again OR state IN ('asked', 'withdrawn') OR approved_by IS NOT NULL),
  CONSTRAINT erasure_whose CHECK (state = 'done' OR contact_id IS NOT NULL),
  CONSTRAINT erasure_forgotten CHECK (state <> 'done' OR (contact_id IS NULL AND family IS NULL))
);
CREATE UNIQUE INDEX erasure_open ON erasure (contact_id) WHERE state IN ('asked', 'running');
CREATE INDEX erasure_listed ON erasure (organisation_id, id);
CREATE INDEX erasure_due ON erasure (due_at) WHERE state = 'running';
CALL protect_by_organisation('erasure');

-- Nodes that have forgotten whom they held in memory.
CREATE TABLE erasure_node (
  erasure_id uuid NOT NULL REFERENCES erasure,
  node int NOT NULL,
  organisation_id uuid NOT NULL,
  PRIMARY KEY (erasure_id, node)
);
CALL protect_by_organisation('erasure_node');

-- Whoever outside was given something of the person, and how far they are (GDPR Art. 19).
CREATE TABLE erasure_recipient (
  id uuid PRIMARY KEY,
  erasure_id uuid NOT NULL REFERENCES erasure,
  organisation_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('endpoint', 'system', 'carrier')),
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('to-tell', 'told', 'confirmed', 'refused', 'ends')),
  -- Until when they keep it by themselves and no longer.
  ends_at timestamptz,
  delivery_id uuid,
  changed_by text,
  changed_at timestamptz NOT NULL,
  UNIQUE (erasure_id, kind, name)
);
CALL protect_by_organisation('erasure_recipient');

-- What must not be erased yet (GDPR Art. 17(3)): which things, on what ground, until when, who said so. Why in words is
-- sealed under the hold's own key, and so are the copies of what it holds.
CREATE TABLE erasure_hold (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  contact_id uuid,
  erasure_id uuid REFERENCES erasure,
  kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
  from_at timestamptz,
  until_at timestamptz,
  basis text NOT NULL CHECK (basis IN ('expression', 'legal-obligation', 'public-health', 'archiving', 'legal-claims')),
  reason bytea NOT NULL,
  ends_at timestamptz NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  ended_by text,
  ended_at timestamptz,
  CHECK (ends_at > made_at),
  CHECK (from_at IS NULL OR until_at IS NULL OR from_at < until_at)
);
CREATE INDEX erasure_hold_listed ON erasure_hold (organisation_id, id);
CREATE INDEX erasure_hold_of_contact ON erasure_hold (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX erasure_hold_ending ON erasure_hold (ends_at) WHERE ended_at IS NULL;
CALL protect_by_organisation('erasure_hold');

CREATE TABLE erasure_held (
  id uuid PRIMARY KEY,
  hold_id uuid NOT NULL REFERENCES erasure_hold,
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  content bytea NOT NULL
);
CREATE INDEX erasure_held_of ON erasure_held (hold_id);
CALL protect_by_organisation('erasure_held');

-- Proofs of erasures, signed, as anybody may check them. Only ever added: what changes later gets one more.
CREATE TABLE erasure_certificate (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  erasure_id uuid NOT NULL REFERENCES erasure,
  envelope text NOT NULL,
  made_at timestamptz NOT NULL
);
CREATE INDEX erasure_certificate_of ON erasure_certificate (erasure_id, id);
CALL protect_by_organisation('erasure_certificate');
REVOKE ALL ON erasure_certificate FROM qliento_app;
GRANT SELECT, INSERT ON erasure_certificate TO qliento_app;

-- Those that are due, of all organisations, and that no other living node is at.
CREATE FUNCTION erasure_due(at timestamptz, by_node int, at_most int) RETURNS TABLE (organisation_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT organisation_id, id FROM erasure
  WHERE state = 'running' AND due_at <= at AND (node IS NULL OR node = by_node OR node <> ALL (ARRAY(SELECT outbox_living_nodes())))
  ORDER BY due_at LIMIT at_most
$$;

-- A node has forgotten whom it held: for this erasure, or for all that wait for it.
CREATE FUNCTION erasure_seen(seen uuid, by_node int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO erasure_node (erasure_id, node, organisation_id)
  SELECT id, by_node, organisation_id FROM erasure WHERE state = 'running' AND step = 'nodes' AND (seen IS NULL OR id = seen)
  ON CONFLICT DO NOTHING
$$;

-- Holds whose time is over, of all organisations.
CREATE FUNCTION erasure_holds_over(at timestamptz, at_most int) RETURNS TABLE (organisation_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT organisation_id, id FROM erasure_hold WHERE ended_at IS NULL AND ends_at <= at ORDER BY ends_at LIMIT at_most
$$;
REVOKE ALL ON FUNCTION erasure_due, erasure_seen, erasure_holds_over FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erasure_due, erasure_seen, erasure_holds_over TO qliento_app;
