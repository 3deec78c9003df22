#!/bin/bash
# Starts a replica: copies the primary when there is no data yet, and follows it. Stops nowhere half done: the copy is
# put in its place when it is whole.
set -euo pipefail
: "${PGDATA:?}" "${PGPASSWORD:?}"

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  rm -rf "$PGDATA.unfinished"
  pg_basebackup --dbname="host=${PRIMARY_HOST:-database} port=${PRIMARY_PORT:-5432} user=loreleaf_replication" \
    --pgdata="$PGDATA.unfinished" --wal-method=stream --slot=replica --checkpoint=fast --write-recovery-conf
  rm -rf "$PGDATA"
  mv "$PGDATA.unfinished" "$PGDATA"
fi
exec postgres "$@"
