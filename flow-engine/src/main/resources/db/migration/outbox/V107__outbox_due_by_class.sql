-- What was left behind is brought back in its class as well: replies first, however much of the rest is older.
CREATE INDEX outbox_queue_oldest_reply ON outbox_queue (recorded_at) WHERE reply;

-- Contacts whose first unsettled message nobody is at: it is due, and either waiting or left by a node that is gone. First
-- those with a reply in their lane, by the age of the first reply; up to so many of each class.
CREATE OR REPLACE FUNCTION outbox_due(before timestamptz, due timestamptz, at_most int)
RETURNS TABLE (organisation_id uuid, channel_id uuid, contact_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
  SELECT organisation_id, channel_id, contact_id FROM (
    (SELECT 1 AS class, r.recorded_at, r.organisation_id, r.channel_id, r.contact_id
     FROM outbox_queue r
     JOIN LATERAL (SELECT * FROM outbox_queue e WHERE e.contact_id = r.contact_id ORDER BY e.seq LIMIT 1) h ON true
     WHERE r.reply AND r.recorded_at < before
       AND r.seq = (SELECT e.seq FROM outbox_queue e WHERE e.contact_id = r.contact_id AND e.reply ORDER BY e.seq LIMIT 1)
       AND (h.next_attempt_at IS NULL OR h.next_attempt_at <= due)
       AND (h.state <> 'sending' OR h.node <> ALL (ARRAY(SELECT outbox_living_nodes())))
     ORDER BY r.recorded_at LIMIT at_most)
    UNION ALL
    (SELECT 2, o.recorded_at, o.organisation_id, o.channel_id, o.contact_id
     FROM outbox_queue o
     WHERE NOT o.reply AND o.recorded_at < before
       AND (o.next_attempt_at IS NULL OR o.next_attempt_at <= due)
       AND (o.state <> 'sending' OR o.node <> ALL (ARRAY(SELECT outbox_living_nodes())))
       AND o.seq = (SELECT e.seq FROM outbox_queue e WHERE e.contact_id = o.contact_id ORDER BY e.seq LIMIT 1)
       AND NOT EXISTS (SELECT FROM outbox_queue e WHERE e.contact_id = o.contact_id AND e.reply)
     ORDER BY o.recorded_at LIMIT at_most)
  ) q ORDER BY class, recorded_at
$$;
