# shellcheck shell=bash disable=SC2034 # much of what is set here is read by the scripts
# What the load scripts share: a place for a run's files, the application, a PostgreSQL beside it, the load program.
# Sourced by them; everything listens on loopback, waits are bounded, and whatever was started is gone at exit.

set -euo pipefail

stage_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(cd "$stage_dir/../../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/qliento-load.XXXXXX")
# An unprivileged PostgreSQL has to get through to its own directory.
chmod 711 "$work"
started=()
java_options=${LOAD_JAVA_OPTS:--Xmx768m -XX:+UseParallelGC}
api_key=demo-api-key
phone_number_id=106540352242922
app_secret=demo-app-secret

say() { printf '%s\n' "$*"; }
fail() { printf 'FAIL: %s\n' "$*" >&2; exit 1; }
millis() { date +%s%3N; }
row() { printf '%-42s %s\n' "$1" "$2"; }

# free_port: one nobody listens on, and no port given before
given_ports=' '
free_port() {
  local try
  for _ in $(seq 50); do
    try=$((20000 + RANDOM % 12000))
    if [[ $given_ports != *" $try "* ]] && ! (exec 3<>"/dev/tcp/127.0.0.1/$try") 2>/dev/null; then
      given_ports+="$try "
      port=$try
      return
    fi
  done
  fail 'no free port found'
}

# gone PID SECONDS: waits for the end of a process
gone() {
  local until=$((SECONDS + $2))
  while [[ -d /proc/$1 && $(sed -n 's/^State:\t\(.\).*/\1/p' "/proc/$1/status" 2>/dev/null) != Z ]]; do
    ((SECONDS < until)) || return 1
    sleep 0.05
  done
}

# stop_left_postgres DIR: ends the embedded server of a killed application
stop_left_postgres() {
  local file pid
  while IFS= read -r file; do
    pid=$(head -n 1 "$file" 2>/dev/null || true)
    if [[ $pid =~ ^[0-9]+$ && $(cat "/proc/$pid/comm" 2>/dev/null) == postgres ]]; then
      kill -INT "$pid" 2>/dev/null || true
      gone "$pid" 10 || kill -KILL "$pid" 2>/dev/null || true
    fi
  done < <(find -L "$1" -name postmaster.pid 2>/dev/null)
}

clean_up() {
  local code=$?
  trap - EXIT INT TERM
  for pid in "${started[@]}"; do
    kill -KILL "$pid" 2>/dev/null || true
    gone "$pid" 10 || true
  done
  stop_left_postgres "$work"
  if ((code != 0)) && [[ -n ${LOAD_KEEP:-} ]]; then
    say "files of this run are kept in $work"
  elif ((code != 0)); then
    tail -n 25 "$work"/*.log 2>/dev/null || true
    rm -rf "$work"
  else
    rm -rf "$work"
  fi
  exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# find_jar: the packaged application, or what QLIENTO_JAR names
find_jar() {
  local found
  if [[ -z ${QLIENTO_JAR:-} ]]; then
    found=$(find "$repository/designer-ui/target" -maxdepth 1 -name 'designer-ui-*.jar' \
      ! -name '*-sources.jar' ! -name '*-javadoc.jar' ! -name '*-tests.jar' 2>/dev/null | sort | tail -n 1)
    [[ -n $found ]] || fail 'no packaged application; run: mvn -B -ntp package -DskipTests'
    QLIENTO_JAR=$found
  fi
  [[ -f $QLIENTO_JAR ]] || fail "no such jar: $QLIENTO_JAR"
}

compile_load() {
  local sources
  mapfile -t sources < <(find "$stage_dir/java" -name '*.java' ! -name package-info.java)
  javac -d "$work/classes" "${sources[@]}"
}

# start_app NAME PORT [SETTING=VALUE...]: starts a node on its own data directory; its process id is in $app
start_app() {
  local name=$1 app_port=$2
  shift 2
  local options
  read -ra options <<<"$java_options"
  env SERVER_PORT="$app_port" QLIENTO_DATA_DIR="$work/$name" "$@" \
    java -XX:+ExitOnOutOfMemoryError "${options[@]}" -jar "$QLIENTO_JAR" >>"$work/$name.log" 2>&1 </dev/null &
  app=$!
  started+=("$app")
  # Or the shell would announce each kill.
  disown "$app"
}

# settings for a load run: the sink is the Graph API, and no rate holds replies back
load_settings() {
  settings=(QLIENTO_WHATSAPP_GRAPH_URL="http://127.0.0.1:$sink_port" QLIENTO_WHATSAPP_RATE_PER_NUMBER=0
    QLIENTO_WHATSAPP_PAIR_LIMIT=false)
}

# healthy PORT PID SECONDS: waits for health UP; milliseconds taken are in $took
healthy() {
  local begun until=$((SECONDS + $3))
  begun=$(millis)
  until curl -fs -m 2 "http://127.0.0.1:$1/actuator/health" 2>/dev/null | grep -q '"status":"UP"'; do
    [[ -d /proc/$2 ]] || fail 'the application ended while it started'
    ((SECONDS < until)) || fail "not healthy within $3 s"
    sleep 0.1
  done
  took=$(($(millis) - begun))
}

# stop_app PID SECONDS: SIGTERM; milliseconds taken are in $took
stop_app() {
  local begun
  begun=$(millis)
  kill -TERM "$1"
  gone "$1" "$2" || fail "not stopped within $2 s of SIGTERM"
  took=$(($(millis) - begun))
}

peak_memory_mb() { awk '/^VmHWM/ {print int($2 / 1024)}' "/proc/$1/status"; }

# start_load OPTION...: runs the load program in the background; its result goes to $work/load.out
start_load() {
  java -Xmx512m -cp "$work/classes" com.qliento.load.Load --sink-port "$sink_port" "$@" \
    >"$work/load.out" 2>"$work/load.log" </dev/null &
  load=$!
  started+=("$load")
  local until=$((SECONDS + 15))
  until control count >/dev/null 2>&1; do
    if ((SECONDS >= until)) || [[ ! -d /proc/$load ]]; then fail 'the load program did not start'; fi
    sleep 0.1
  done
}

control() { curl -fsS -m 30 "http://127.0.0.1:$sink_port/control/$1"; }

# finish_load SECONDS: lets customers hear their last reply, prints the table; the JSON line is in $result
finish_load() {
  control stop >/dev/null
  await_load "$1"
}

await_load() {
  gone "$load" "$1" || fail "the load program did not end within $1 s"
  load_code=0
  wait "$load" || load_code=$?
  result=$(tail -n 1 "$work/load.out")
  [[ $result == '{'* ]] || fail 'the load program gave no result'
  sed '$d' "$work/load.out"
}

# field NAME: a number or truth value of the result
field() { sed -n "s/.*\"$1\":\([0-9.a-z]*\).*/\1/p" <<<"$result"; }
# answers STATUS: how many webhooks were answered so
answers() { sed -n "s/.*\"answers\":{[^}]*\"$1\":\([0-9]*\).*/\1/p" <<<"$result"; }
# number_p99 ID: end-to-end p99 in ms of one number of the business, without its fraction
number_p99() { sed -n "s/.*\"$1\":{[^}]*\"p99\":\([0-9]*\).*/\1/p" <<<"$result"; }

replies() { control count | sed -n 's/.*"replies":\([0-9]*\).*/\1/p'; }

# replies_go_on SECONDS: waits until the sink hears more replies
replies_go_on() {
  local before until=$((SECONDS + $1))
  before=$(replies)
  until (($(replies) > before)); do
    ((SECONDS < until)) || fail "no reply within $1 s"
    sleep 0.2
  done
}

verdict() {
  if [[ $1 == true ]]; then say PASS; else say FAIL; exit 1; fi
}

# unpack_postgres: server programs from the local Maven repository, where the build has put them
unpack_postgres() {
  local kind=amd64 jars
  [[ $(uname -m) != aarch64 ]] || kind=arm64v8
  jars=${MAVEN_REPOSITORY:-$HOME/.m2/repository}/io/zonky/test/postgres/embedded-postgres-binaries-linux-$kind
  local newest
  newest=$(find "$jars" -name '*.jar' 2>/dev/null | sort -V | tail -n 1)
  [[ -n $newest ]] || fail 'no PostgreSQL binaries in the local Maven repository; build once'
  mkdir "$work/postgres" "$work/unpacked"
  (cd "$work/unpacked" && jar xf "$newest" && tar xJf ./*.txz -C "$work/postgres")
  rm -rf "$work/unpacked"
}

# as_postgres COMMAND...: PostgreSQL refuses to run as root
as_postgres() {
  if [[ $(id -u) == 0 ]]; then
    (cd / && exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@")
  else
    "$@"
  fi
}

# create_postgres: a cluster with a database for the application and one for its keys
create_postgres() {
  unpack_postgres
  free_port
  pg_port=$port
  mkdir "$work/pgdata" "$work/pgrun"
  [[ $(id -u) != 0 ]] || chown 65534:65534 "$work/pgdata" "$work/pgrun"
  as_postgres "$work/postgres/bin/initdb" -D "$work/pgdata" -U postgres --auth=trust --encoding=UTF8 \
    --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 >"$work/initdb.log" 2>&1
  as_postgres "$work/postgres/bin/postgres" --single -D "$work/pgdata" postgres >>"$work/initdb.log" 2>&1 <<'SQL'
CREATE ROLE qliento LOGIN CREATEROLE PASSWORD 'qliento'
CREATE DATABASE qliento OWNER qliento
CREATE DATABASE qliento_keys OWNER qliento
SQL
  database_settings=(SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$pg_port/qliento"
    SPRING_DATASOURCE_USERNAME=qliento SPRING_DATASOURCE_PASSWORD=qliento
    QLIENTO_KEYS_URL="jdbc:postgresql://127.0.0.1:$pg_port/qliento_keys"
    QLIENTO_KEYS_USERNAME=qliento QLIENTO_KEYS_PASSWORD=qliento
    QLIENTO_VAULT_ROOT_KEYSET="$work/root-keyset.json" QLIENTO_DEMO_ENABLED=true)
}

postgres_up() {
  as_postgres "$work/postgres/bin/pg_ctl" -D "$work/pgdata" -l "$work/pgrun/server.log" -w -t 30 \
    -o "-p $pg_port -k $work/pgrun -c listen_addresses=127.0.0.1 -c max_connections=200" start >/dev/null
}

postgres_down() {
  as_postgres "$work/postgres/bin/pg_ctl" -D "$work/pgdata" -m fast -w -t 30 stop >/dev/null
}

# api METHOD PATH [CURL-OPTION...]: a REST call to the node on $app_port
api() {
  local method=$1 path=$2
  shift 2
  curl -fsS -m 20 -X "$method" -H "Authorization: Bearer $api_key" "$@" "http://127.0.0.1:$app_port/api/v1/$path"
}

# publish_echo: a flow that starts on the word 'echo' and repeats every message, so that the order of replies can be seen
publish_echo() {
  [[ -f $stage_dir/echo.bpmn ]] || fail "no flow to see the order with: ${stage_dir#"$repository"/}/echo.bpmn"
  api POST 'flows?key=echo' -H 'Content-Type: application/xml' --data-binary "@$stage_dir/echo.bpmn" >/dev/null
  api POST flows/echo/publish >/dev/null
}

# run_sql FILE [SETTING VALUE]...: with the driver that the application brings along
run_sql() {
  mkdir -p "$work/driver"
  (cd "$work/driver" && jar tf "$QLIENTO_JAR" | grep -E '/postgresql-[0-9.]+\.jar$' | xargs jar xf "$QLIENTO_JAR")
  java -cp "$work/classes:$(find "$work/driver" -name 'postgresql-*.jar')" com.qliento.load.SqlFile "$@"
}
