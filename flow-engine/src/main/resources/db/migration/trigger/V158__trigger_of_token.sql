-- What an address leads to, before anybody is known: all of the trigger, which is then read once.
DROP FUNCTION flow_trigger_of_token;
CREATE FUNCTION flow_trigger_of_token(wanted bytea) RETURNS SETOF flow_trigger
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT * FROM flow_trigger WHERE token = wanted
$$;
REVOKE ALL ON FUNCTION flow_trigger_of_token FROM PUBLIC;
GRANT EXECUTE ON FUNCTION flow_trigger_of_token TO qliento_app;
