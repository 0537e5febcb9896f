# A PostgreSQL server of one's own in a new folder: sh cluster.sh BIN PORT
# Prints a line once it answers, and is gone with all its data when standard input ends, also when that happens
# because whoever started it was killed. PostgreSQL refuses to run as root: run this as another user.
set -eu
bin=$1
port=$2
folder=$(mktemp -d "${TMPDIR:-/tmp}/bruggesprek-postgres-XXXXXX")

finish() {
  [ ! -f "$folder/data/postmaster.pid" ] || "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 1' INT TERM HUP

printf 'owner' >"$folder/password"
"$bin/initdb" -D "$folder/data" -U owner --pwfile "$folder/password" --auth-local trust --auth-host scram-sha-256 \
  --encoding UTF8 --no-locale --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
# Nothing outlives the folder, so nothing needs to reach the disk; autovacuum would hide what a test leaves behind.
"$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o "-p $port -k $folder -c listen_addresses=127.0.0.1 \
  -c fsync=off -c autovacuum=off -c max_connections=200" start >/dev/null || { cat "$folder/log" >&2; exit 1; }
echo "$folder"
cat >/dev/null
