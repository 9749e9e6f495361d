-- What every later migration stands on. The role qliento_app exists before migrations run; it owns nothing here.

ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO qliento_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO qliento_app;
GRANT USAGE ON SCHEMA public TO qliento_app;

-- Numbers of nodes, see NodeConnection.
CREATE SEQUENCE database_node AS int CYCLE;

-- The organisation that the running transaction works for; null outside of one, and then no row is visible.
CREATE FUNCTION current_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('qliento.organisation', true), '')::uuid;

-- Shows and accepts only rows of the current organisation. Every table of ours calls it.
CREATE PROCEDURE protect_by_organisation(target regclass, organisation_column text DEFAULT 'organisation_id')
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY own_organisation ON %s USING (%I = (SELECT current_organisation()))', target, organisation_column);
END $$;

-- Makes the daily partition of a table. Rows of that day which came too early wait in the default partition and are
-- moved. Runs as the owner, since the application may not create tables; a partition is reached through its parent
-- only, so that the parent's policy binds.
CREATE FUNCTION partition_ensure(parent text, day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  part text := parent || '_' || to_char(day, 'YYYYMMDD');
BEGIN
  IF parent NOT IN (SELECT c.relname FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid) THEN
    RAISE EXCEPTION 'no partitioned table %', parent;
  END IF;
  IF to_regclass(part) IS NOT NULL THEN
    RETURN false;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('partition_ensure'), hashtext(part));
  IF to_regclass(part) IS NOT NULL THEN
    RETURN false;
  END IF;
  -- As attaching takes them, but before the rows are moved: else one that is written meanwhile stays behind and attaching
  -- fails.
  EXECUTE format('LOCK TABLE ONLY %I IN SHARE UPDATE EXCLUSIVE MODE', parent);
  EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', parent || '_default');
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, parent);
  EXECUTE format('WITH moved AS (DELETE FROM %I WHERE day = %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
                 parent || '_default', day, part);
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, part, day, day + 1);
  EXECUTE format('REVOKE ALL ON %I FROM qliento_app', part);
  RETURN true;
END $$;

-- Drops partitions of days before this one, and rows recorded before it of the default partition; returns how many partitions went.
CREATE FUNCTION partition_drop_before(parent text, first_kept date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  part text;
  dropped int := 0;
BEGIN
  IF parent NOT IN
     (SELECT c.relname FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid) THEN
    RAISE EXCEPTION 'no partitioned table %', parent;
  END IF;
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = parent::regclass AND c.relname ~ ('^' || parent || '_[0-9]{8}$')
      AND to_date(right(c.relname, 8), 'YYYYMMDD') < first_kept
  LOOP
    EXECUTE format('DROP TABLE %I', part);
    dropped := dropped + 1;
  END LOOP;
  EXECUTE format('DELETE FROM %I WHERE recorded_at < %L', parent || '_default', first_kept::timestamp AT TIME ZONE 'UTC');
  RETURN dropped;
END $$;
