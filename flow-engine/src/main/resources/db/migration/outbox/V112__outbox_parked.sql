-- What waits for a person is listed and counted. A column of its own, set with the state and rarely: an index by the state
-- would be written again by every delivery status.
ALTER TABLE outbox_message ADD COLUMN parked boolean NOT NULL DEFAULT false;
UPDATE outbox_message SET parked = true WHERE state = 'parked';
CREATE INDEX outbox_message_parked ON outbox_message (organisation_id, id) WHERE parked;
