-- Each table has a time of its own. Drops partitions of days before this one, and rows of the default partition that were
-- written before the instant; returns how many partitions went.
CREATE FUNCTION partition_drop(parent text, first_kept date, written_before timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  part text;
  dropped int := 0;
BEGIN
  IF parent NOT IN
     (SELECT c.relname FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid) THEN
    RAISE EXCEPTION 'no partitioned table %', parent;
  END IF;
  -- Several nodes may do it at once: one does.
  PERFORM pg_advisory_xact_lock(hashtext('partition_drop'), hashtext(parent));
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = parent::regclass AND c.relname ~ ('^' || parent || '_[0-9]{8}$')
      AND to_date(right(c.relname, 8), 'YYYYMMDD') < first_kept
  LOOP
    EXECUTE format('DROP TABLE %I', part);
    dropped := dropped + 1;
  END LOOP;
  EXECUTE format('DELETE FROM %I WHERE recorded_at < %L', parent || '_default', written_before);
  RETURN dropped;
END $$;
DROP FUNCTION partition_drop_before(text, date);
