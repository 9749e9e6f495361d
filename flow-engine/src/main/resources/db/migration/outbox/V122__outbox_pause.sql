-- Until when WhatsApp takes nothing from a number, and its error that says so: why what is queued for the number waits.
CREATE TABLE outbox_pause (
  channel_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  code int NOT NULL,
  until timestamptz NOT NULL
);
CALL protect_by_organisation('outbox_pause');
