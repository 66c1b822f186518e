# Runs a PostgreSQL server until its standard input ends, and leaves nothing behind.
#
# usage: server.sh FOLDER PORT...
#
# FOLDER holds the server's programs in 'server' and the superuser's password in 'password' when the first
# line comes in.
# Prints 'ready PORT' when clients may connect, or fails.
set -u
folder=$1
shift
server=$folder/server/bin
data=$folder/data

# An interrupt is meant for the tests; this one ends when they have, even if nobody reads what it prints.
trap '' INT HUP TERM PIPE
trap 'rm -rf "$folder"' EXIT
read -r _ || exit 1

# PostgreSQL refuses to run as root. In a user namespace of its own, root is nobody in particular; where
# those are forbidden, as in many containers, root may become somebody else.
as=
if [ "$(id -u)" -eq 0 ]; then
  if [ "$(unshare -U id -u 2>/dev/null || echo 0)" -ne 0 ]; then
    as='unshare -U'
  else
    as='setpriv --reuid=65534 --regid=65534 --clear-groups'
  fi
fi

mkdir -m 700 "$data" || exit 1
case $as in
  setpriv*)
    chmod 711 "$folder"
    chown 65534:65534 "$data" "$folder/password" || exit 1
    ;;
esac

$as "$server/initdb" -D "$data" -U postgres --pwfile="$folder/password" -A scram-sha-256 \
  -E UTF8 --locale=C --no-sync </dev/null || exit 1

# The superuser's password is long and random; to have it hashed at each of the many connections of the
# tests takes longer than the tests. Everybody else does as in production.
$as tee "$data/pg_hba.conf" >/dev/null <<END
host all postgres 127.0.0.1/32 password
host all all 127.0.0.1/32 scram-sha-256
END

# Nothing has to outlive the server. Prepared transactions are off, as they are by default.
$as tee -a "$data/postgresql.conf" >/dev/null <<END
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
timezone = 'UTC'
END

for port in "$@"; do
  if $as "$server/pg_ctl" -D "$data" -l "$data/server.log" -o "-p $port" -w -s start </dev/null; then
    echo "ready $port"
    cat >/dev/null
    $as "$server/pg_ctl" -D "$data" -m immediate -s stop </dev/null
    exit 0
  fi
done
$as cat "$data/server.log"
exit 1
