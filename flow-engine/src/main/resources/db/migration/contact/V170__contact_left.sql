-- Those that could not be opened are tried again at a start: a backup of the key database may have brought back their keys.
CREATE INDEX contact_left_hourly ON contact (organisation_id) WHERE left_hourly;
