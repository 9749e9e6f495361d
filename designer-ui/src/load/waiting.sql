-- Adds conversations that wait, as many as waiting.count says, each copied from one that the application made itself: a
-- person who wrote 'menu' and is asked for the next message. Run by the script 'waiting'. Each statement ends its line.

-- The pattern. 'menu' waits in the instance's own execution: one row, no subscription, no variable.
CREATE TEMP TABLE pattern AS
SELECT c AS like_conversation, p AS like_contact, e AS like_execution
FROM conversation c JOIN contact p ON p.id = c.contact_id JOIN act_ru_execution e ON e.id_ = c.execution_id
WHERE c.state = 'asking' AND c.flow_key = 'menu' AND c.execution_id = c.instance_id
ORDER BY c.last_step_at DESC LIMIT 1;

DO $$ BEGIN IF NOT EXISTS (SELECT FROM pattern) THEN RAISE 'nobody waits in the flow menu: write menu first'; END IF; END $$;

DO $$ BEGIN IF EXISTS (SELECT FROM pattern JOIN act_ru_execution e ON e.root_proc_inst_id_ = (like_execution).id_ WHERE e.id_ <> (like_execution).id_) OR EXISTS (SELECT FROM pattern JOIN act_ru_event_subscr s ON s.proc_inst_id_ = (like_execution).id_) OR EXISTS (SELECT FROM pattern JOIN act_ru_variable v ON v.proc_inst_id_ = (like_execution).id_) OR EXISTS (SELECT FROM pattern JOIN act_ru_job j ON j.process_instance_id_ = (like_execution).id_) THEN RAISE 'menu waits with more rows than are copied here'; END IF; END $$;

-- They came over the last twenty days, so most are outside their window; ids are in the order of their coming.
CREATE TEMP TABLE waiting AS
SELECT uuidv7(-age) AS contact, uuidv7(-age) AS conversation, gen_random_uuid()::text AS instance, now() - age AS at
FROM generate_series(current_setting('waiting.count')::int, 1, -1) AS n,
  LATERAL (SELECT n * (interval '20 days' / current_setting('waiting.count')::int) AS age) AS came;

-- What is sealed has the length of the pattern's and names its own subject, but nobody can open it: keys are made when
-- something is sealed, and these people have none.
INSERT INTO contact (id, organisation_id, channel_id, address_kind, address, name, created_at)
SELECT w.contact, (like_contact).organisation_id, (like_contact).channel_id, (like_contact).address_kind,
  substr((like_contact).address, 1, 1) || uuid_send(w.contact) || substr((like_contact).address, 18),
  substr((like_contact).name, 1, 1) || uuid_send(w.contact) || substr((like_contact).name, 18), w.at
FROM waiting w, pattern;

INSERT INTO contact_identity (channel_id, kind, value, organisation_id, contact_id)
SELECT (like_contact).channel_id, 'phone', uuid_send(gen_random_uuid()), (like_contact).organisation_id, w.contact FROM waiting w, pattern;

INSERT INTO act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, act_id_, act_inst_id_,
  is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_, tenant_id_,
  proc_def_key_)
SELECT w.instance, (like_execution).rev_, w.instance, w.instance, w.conversation::text, (like_execution).proc_def_id_, (like_execution).act_id_,
  (like_execution).act_id_ || ':' || gen_random_uuid(), (like_execution).is_active_, (like_execution).is_concurrent_, (like_execution).is_scope_,
  (like_execution).is_event_scope_, (like_execution).suspension_state_, (like_execution).cached_ent_state_, (like_execution).sequence_counter_,
  (like_execution).tenant_id_, (like_execution).proc_def_key_
FROM waiting w, pattern;

INSERT INTO conversation (id, organisation_id, channel_id, contact_id, state, flow_key, definition_id, instance_id, execution_id,
  element, window_until, last_step_at, created_at)
SELECT w.conversation, (like_conversation).organisation_id, (like_conversation).channel_id, w.contact, 'asking', (like_conversation).flow_key,
  (like_conversation).definition_id, w.instance, w.instance, (like_conversation).element, w.at + interval '24 hours', w.at, w.at
FROM waiting w, pattern;

-- The next ones to read should not have to tidy up after this, and the planner should know.
VACUUM (ANALYZE) contact, contact_identity, act_ru_execution, conversation;

ANALYZE;

SELECT count(*) AS "contacts" FROM contact;

SELECT count(*) AS "identities" FROM contact_identity;

SELECT count(*) AS "executions of the engine" FROM act_ru_execution;

SELECT count(*) AS "conversations that wait for an answer" FROM conversation WHERE state = 'asking';
