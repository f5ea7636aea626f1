#!/bin/sh
# First start of an empty cluster: Milepost and Temporal each get a role and own their databases, in one cluster, so that a backup is one instant.
set -eu

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$MILEPOST_OWNER_PASSWORD" -v temporal_password="$TEMPORAL_DB_PASSWORD" <<'SQL'
CREATE ROLE milepost_owner LOGIN CREATEROLE PASSWORD :'owner_password';
CREATE DATABASE milepost OWNER milepost_owner;
CREATE ROLE temporal LOGIN CREATEDB PASSWORD :'temporal_password';
SQL
