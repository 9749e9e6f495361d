-- Which numbers a flow answers on. No row for a flow: on every number, those connected later included. A row may name a
-- number that is disconnected by now: a flow that was meant for that one alone must not begin to answer on all others.
CREATE TABLE flow_channel (
  organisation_id uuid NOT NULL,
  flow_key text NOT NULL,
  channel_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, flow_key, channel_id),
  FOREIGN KEY (organisation_id, flow_key) REFERENCES flow (organisation_id, key) ON DELETE CASCADE
);
CALL protect_by_organisation('flow_channel');

-- Where a conversation stands on the diagram of its own flow: while another flow runs inside, the block that started it.
ALTER TABLE conversation ADD COLUMN stands_at text;
-- The day of the last step. Indexed in place of the time, since an update that changes no indexed value is a cheap one:
-- a conversation's steps of one day touch no index.
ALTER TABLE conversation ADD COLUMN active_on date GENERATED ALWAYS AS ((last_step_at AT TIME ZONE 'UTC')::date) STORED;
CREATE INDEX conversation_by_activity ON conversation (organisation_id, active_on);
-- Neither block nor state is in it, for the same reason.
CREATE INDEX conversation_in_flow ON conversation (organisation_id, flow_key, definition_id) WHERE flow_key IS NOT NULL;

-- Which version's diagram a step went through; null when no flow took it, and for steps of before.
ALTER TABLE conversation_trace ADD COLUMN definition_id text;
