#!/bin/bash
# Runs PostgreSQL on $PGDATA. The first start creates the cluster; every start makes sure that the role, its password, the
# database and the extension are there, so a start that was cut short is finished by the next one.
set -euo pipefail

: "${PGDATA:?}" "${POSTGRES_DB:?}" "${POSTGRES_USER:?}"
partial=$PGDATA.partial
server=
stopping=

fail() {
    echo "harvis-database: $*" >&2
    exit 2
}

# SIGTERM means "wait until every client has left" to PostgreSQL, so a connection pool would hold it until it is killed.
# Fast shutdown (SIGINT) ends the sessions and writes a checkpoint.
stop() {
    stopping=1
    [ -z "$server" ] || kill -INT "$server"
}

check_settings() {
    [ "$(id -u)" != 0 ] || fail 'refusing to run as root; the image runs as postgres.'
    [ "$POSTGRES_USER" != postgres ] || fail 'POSTGRES_USER is the superuser; the application needs a role of its own.'
    [ -n "${POSTGRES_PASSWORD_FILE:-}" ] || fail 'POSTGRES_PASSWORD_FILE is not set; it names the file that holds the password.'
    [ -s "$POSTGRES_PASSWORD_FILE" ] && [ -r "$POSTGRES_PASSWORD_FILE" ] \
        || fail "POSTGRES_PASSWORD_FILE '$POSTGRES_PASSWORD_FILE' is empty or can't be read."
}

# PostgreSQL's own guard is a process number, which says nothing across containers: two could share one volume unnoticed.
# The server inherits the lock and holds it for as long as it lives.
lock_volume() {
    exec 9>"$PGDATA.lock" || fail "$(dirname "$PGDATA") isn't writable by user $(id -u)."
    flock --timeout 30 9 || fail "another container is using $PGDATA."
    rm -f "$PGDATA/postmaster.pid" # Left by a killed container.
}

# The cluster grows beside its place and moves there when it is whole: a half-made one is never taken for a cluster.
create_cluster() {
    rm -rf "$partial"
    initdb --pgdata "$partial" --username postgres --auth-local peer --auth-host reject \
        --encoding UTF8 --locale C.UTF-8 --data-checksums --no-instructions
    # The superuser only from inside this container, everyone else with a password.
    printf '%s\n' \
        'local all postgres peer' \
        'local all all scram-sha-256' \
        'host all postgres all reject' \
        'host all all all scram-sha-256' >"$partial/pg_hba.conf"
    sync --file-system "$partial"
    mv --no-target-directory "$partial" "$PGDATA"
    sync --file-system "$PGDATA"
}

# A server that only this script can reach: without TCP nobody finds the database before it is ready.
provision() {
    pg_ctl --pgdata "$PGDATA" --wait --silent --options '-c listen_addresses= -c unix_socket_directories=/tmp' start
    psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username postgres --dbname postgres \
        --file /usr/local/share/harvis/provision.sql
    pg_ctl --pgdata "$PGDATA" --wait --silent --mode fast stop
}

serve() {
    postgres -c 'listen_addresses=*' -c unix_socket_directories=/tmp "$@" &
    server=$!
    local status
    # A signal ends 'wait' early; the server's own status is the last one.
    while status=0; wait "$server" || status=$?; kill -0 "$server" 2>/dev/null; do :; done
    return "$status"
}

trap stop TERM INT
check_settings
lock_volume
[ -s "$PGDATA/PG_VERSION" ] || create_cluster
provision
[ -n "$stopping" ] || serve "$@"
