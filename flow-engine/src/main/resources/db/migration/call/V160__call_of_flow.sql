-- Of which flow a call's block is, for who looks at the drawing of the flow; of older calls nobody knows.
ALTER TABLE call_queue ADD COLUMN flow text;
ALTER TABLE call_record ADD COLUMN flow text;
CREATE INDEX call_queue_of_flow ON call_queue (organisation_id, flow, element) WHERE flow IS NOT NULL;
CREATE INDEX call_record_of_flow ON call_record (organisation_id, flow, element, recorded_at) WHERE flow IS NOT NULL;
