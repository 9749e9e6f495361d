-- When the customer wrote a message that came late; null for what came at once, which is listed by its arrival. Late ones
-- are few, so what lists them costs nothing for the others.
ALTER TABLE inbox_message ADD COLUMN late timestamptz;
CREATE INDEX inbox_message_late ON inbox_message (organisation_id, late, id) WHERE late IS NOT NULL;

-- As before, but nobody may be written to before a message of theirs says so: a conversation begins with the window closed.
CREATE OR REPLACE FUNCTION conversation_lock(organisation uuid, channel uuid, contact uuid, new_id uuid, at timestamptz)
RETURNS SETOF conversation LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('qliento.organisation', organisation::text, true),
    set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
    set_config('synchronous_commit', 'off', true);
  RETURN QUERY SELECT * FROM conversation c WHERE c.channel_id = channel AND c.contact_id = contact FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO conversation (id, organisation_id, channel_id, contact_id, window_until, last_step_at, created_at)
    VALUES (new_id, organisation, channel, contact, 'epoch', at, at) ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT * FROM conversation c WHERE c.channel_id = channel AND c.contact_id = contact FOR UPDATE;
  END IF;
END $$;
