-- Who is responsible for what is processed (GDPR Art. 30(1)(a)). All else in the register is made of what there is.
CREATE TABLE register_controller (
  organisation_id uuid PRIMARY KEY REFERENCES organisation,
  name text NOT NULL,
  contact text NOT NULL,
  officer text NOT NULL,
  representative text NOT NULL,
  transfers text NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
CALL protect_by_organisation('register_controller');
