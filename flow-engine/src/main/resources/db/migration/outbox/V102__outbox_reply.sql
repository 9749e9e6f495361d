-- Whether it answers what the customer just wrote: it then goes before what flows say by themselves, as after a wait.
ALTER TABLE outbox_queue ADD COLUMN reply boolean NOT NULL DEFAULT true;
