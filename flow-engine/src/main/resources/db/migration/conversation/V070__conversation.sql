-- What a contact and a channel have going on: one row, locked for each step. Answers are sealed one by one.
CREATE TABLE conversation (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'free' CHECK (state IN ('free', 'asking', 'busy')),
  flow_key text,
  definition_id text,
  instance_id text,
  execution_id text,
  element text,
  attempts int NOT NULL DEFAULT 0,
  answers jsonb NOT NULL DEFAULT '{}',
  window_until timestamptz NOT NULL,
  fallback_until timestamptz,
  last_step_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (channel_id, contact_id)
) WITH (fillfactor = 60);
CREATE INDEX conversation_by_organisation ON conversation (organisation_id, id);
CALL protect_by_organisation('conversation');

-- Where a conversation went, element by element; no content.
CREATE TABLE conversation_trace (
  day date NOT NULL,
  conversation_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  instance_id text,
  path text[] NOT NULL,
  recorded_at timestamptz NOT NULL
) PARTITION BY RANGE (day);
CREATE INDEX conversation_trace_of ON conversation_trace (conversation_id, recorded_at);
CREATE TABLE conversation_trace_default PARTITION OF conversation_trace DEFAULT;
REVOKE ALL ON conversation_trace_default FROM qliento_app;
CALL protect_by_organisation('conversation_trace');

-- Begins a step: sets the organisation, then locks the conversation, making it when it is new. A step's statements are
-- planned once, whatever their values, and by index: a queue is empty whenever statistics are made. Its commit need not
-- be on disk at once: what it sends is marked by a commit that is, and that takes all earlier ones with it; a step lost
-- before was not seen by anybody, and its message is still in the inbox.
CREATE FUNCTION conversation_lock(organisation uuid, channel uuid, contact uuid, new_id uuid, at timestamptz)
RETURNS SETOF conversation LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('qliento.organisation', organisation::text, true),
    set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
    set_config('synchronous_commit', 'off', true);
  RETURN QUERY SELECT * FROM conversation c WHERE c.channel_id = channel AND c.contact_id = contact FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO conversation (id, organisation_id, channel_id, contact_id, window_until, last_step_at, created_at)
    VALUES (new_id, organisation, channel, contact, at, at, at) ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT * FROM conversation c WHERE c.channel_id = channel AND c.contact_id = contact FOR UPDATE;
  END IF;
END $$;
