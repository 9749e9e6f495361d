-- For what a message uses its receiver's data, which is asked about once more as it is sent; null when it serves them.
ALTER TABLE outbox_message ADD COLUMN purpose text;
ALTER TABLE outbox_queue ADD COLUMN purpose text;
