-- Where servers send word of mail that does not arrive; null for the sender's own address.
ALTER TABLE mail_sender ADD COLUMN bounces_to text;

-- Letters that the organisation's server did not take, with the code by which it said so last: nothing of whom they were
-- for. A letter's id is that of its call, where a flow asked for it. What is taken at last is not in here any more.
CREATE TABLE mail_refusal (
  day date NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  conversation_id uuid,
  kind text NOT NULL,
  code int NOT NULL,
  times int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (day, id)
) PARTITION BY RANGE (day);
CREATE INDEX mail_refusal_listed ON mail_refusal (organisation_id, recorded_at, id);
CREATE TABLE mail_refusal_default PARTITION OF mail_refusal DEFAULT;
REVOKE ALL ON mail_refusal_default FROM qliento_app;
CALL protect_by_organisation('mail_refusal');
