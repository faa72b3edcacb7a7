-- What the application needs. Everything here can run any number of times.
SET log_min_error_statement = panic; -- A failing statement must not reach the log: one of them holds the password.

\getenv role POSTGRES_USER
\getenv database POSTGRES_DB
\set password `cat "$POSTGRES_PASSWORD_FILE"`

SELECT format('CREATE ROLE %I LOGIN', :'role') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
ALTER ROLE :"role" WITH LOGIN NOSUPERUSER PASSWORD :'password';

SELECT format('CREATE DATABASE %I OWNER %I', :'database', :'role')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;

\connect :"database"
CREATE EXTENSION IF NOT EXISTS vector;
