-- What is, was or will not be sent to endpoints: a row is written with what happened, its id is the call's, and its day
-- the one in the id. The body is sealed for whom it is about, or for the organisation when about nobody, and kept as
-- messages are. What is sent once more is a row of its own with the same event.
CREATE TABLE webhook_delivery (
  day date NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  -- Whom it is about; null when about nobody.
  contact_id uuid,
  event_id uuid NOT NULL,
  kind text NOT NULL,
  body bytea NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts int NOT NULL DEFAULT 0,
  outcome text,
  status int,
  millis int,
  tried_at timestamptz,
  next_at timestamptz,
  -- When it happened, by which the body is sealed.
  happened_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (day, id)
) PARTITION BY RANGE (day);
CREATE INDEX webhook_delivery_listed ON webhook_delivery (endpoint_id, id);
CREATE INDEX webhook_delivery_of_contact ON webhook_delivery (contact_id) WHERE contact_id IS NOT NULL;
CREATE TABLE webhook_delivery_default PARTITION OF webhook_delivery DEFAULT;
REVOKE ALL ON webhook_delivery_default FROM qliento_app;
CALL protect_by_organisation('webhook_delivery');
