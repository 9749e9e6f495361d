INSERT INTO organisation (id, name, fallback_reply, stop_keywords, stop_reply, created_at)
  VALUES ('00000000-0000-7000-8000-0000000000aa', 'Hostile', 'What?', '{stop}', 'Bye', now());
INSERT INTO organisation_api_key (hash, organisation_id, name, created_at)
  VALUES (sha256(convert_to(current_setting('tenant.key'), 'UTF8')), '00000000-0000-7000-8000-0000000000aa', 'load', now());
