-- Whether the customer may have another number or user id than the message was written for: it goes to the one they have
-- when it is sent.
ALTER TABLE outbox_queue ADD COLUMN moved boolean NOT NULL DEFAULT false;
