#!/bin/bash
# Run once by the postgres image, when the primary's data is made: the role and the slot with which a replica follows.
set -euo pipefail
: "${REPLICATION_PASSWORD:?}"

psql --username=postgres --set=ON_ERROR_STOP=1 --set=password="$REPLICATION_PASSWORD" <<'SQL'
create role loreleaf_replication with replication login password :'password';
select pg_create_physical_replication_slot('replica');
SQL
echo 'host replication loreleaf_replication all scram-sha-256' >>"$PGDATA/pg_hba.conf"
