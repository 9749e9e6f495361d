-- So many deliveries a minute does a trigger take; what comes beyond is refused before anything of it is kept.
ALTER TABLE flow_trigger ADD COLUMN per_minute integer NOT NULL DEFAULT 600 CHECK (per_minute BETWEEN 1 AND 60000);
