#!/bin/sh
# Creates Temporal's two databases where they are missing and brings their schema up to this version. Safe to run again.
set -eu

tool() {
  temporal-sql-tool --plugin postgres12 --ep "$POSTGRES_SEEDS" -p "$DB_PORT" -u "$POSTGRES_USER" --pw "$POSTGRES_PWD" "$@"
}

prepare() {
  database=$1
  schema=$2
  tool --db "$database" create
  # Only a database without a schema takes version 0.0; a second run would set it back.
  if ! tool --db "$database" update-schema -d "$schema"; then
    tool --db "$database" setup-schema -v 0.0
    tool --db "$database" update-schema -d "$schema"
  fi
}

prepare temporal /etc/temporal/schema/postgresql/v12/temporal/versioned
prepare temporal_visibility /etc/temporal/schema/postgresql/v12/visibility/versioned
