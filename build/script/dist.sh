# Unpacks, starts, asks and stops the distribution. Sourced by gridtill.

dist=$state/gridtill
etc=$dist/etc
pid_file=$state/pid
console_log=$state/console.log
password_file=$state/password

ssh_port() {
  property "$etc/org.apache.karaf.shell.cfg" sshPort 8101
}

http_port() {
  property "$etc/org.ops4j.pax.web.cfg" 'org\.osgi\.service\.http\.port' 8181
}

pos_port() {
  property "$etc/org.gridtill.gateway.endpoint-pos.cfg" port 8583
}

pos_tls_port() {
  property "$etc/org.gridtill.gateway.endpoint-postls.cfg" port 8584
}

# Prints the process id of the running platform; nothing if it does not run.
running() {
  [ -f "$pid_file" ] || return 0
  pid=$(cat "$pid_file")
  if kill -0 "$pid" 2>/dev/null && is_platform "$pid"; then
    printf '%s\n' "$pid"
  fi
}

# Tells whether a process is the platform, and not another one that got its number since.
is_platform() {
  if [ -r "/proc/$1/cmdline" ]; then
    tr '\0' ' ' <"/proc/$1/cmdline" | grep -qF "$dist"
  else
    ps -p "$1" -o args= 2>/dev/null | grep -qF "$dist"
  fi
}

require_stopped() {
  [ -z "$(running)" ] || die "the platform runs already, as process $(running); './gridtill stop' stops it"
}

require_running() {
  [ -n "$(running)" ] || die "the platform does not run; './gridtill run' starts it"
}

# Unpacks a new build over the old one. What operations own stays: data, and files of etc that
# were changed or added since they were unpacked.
unpack() {
  archive=$(distribution)
  unpacked=$state/unpacked
  if [ -f "$unpacked" ] && [ -z "$(find "$archive" -newer "$unpacked")" ]; then
    return
  fi
  say "Unpacking the distribution into .run/gridtill"
  rm -rf "$state/next"
  mkdir "$state/next"
  gzip -dc "$archive" | (cd "$state/next" && tar -xf - && mv ./*/* . 2>/dev/null)
  cp -R "$state/next/etc" "$state/next/etc.shipped"
  if [ -d "$dist" ]; then
    keep_own_files
    # The features of another build come from another system folder, so the cache starts anew.
    rm -rf "$dist/data/cache"
    mv "$dist/data" "$state/next/data.kept" 2>/dev/null || :
    rm -rf "$state/next/data" "$dist"
    mv "$state/next/data.kept" "$state/next/data" 2>/dev/null || :
  fi
  mv "$state/next" "$dist"
  touch "$unpacked"
}

keep_own_files() {
  (cd "$dist/etc" && find . -type f -print) | while IFS= read -r file; do
    if ! cmp -s "$dist/etc/$file" "$dist/etc.shipped/$file"; then
      mkdir -p "$(dirname "$state/next/etc/$file")"
      cp -p "$dist/etc/$file" "$state/next/etc/$file"
    fi
  done
}

# Makes a user for the shell with a password that only this tree's owner can read.
make_user() {
  if [ ! -f "$password_file" ]; then
    (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$password_file")
  fi
  users=$etc/users.properties
  if ! grep -q '^gridtill *=' "$users"; then
    (
      umask 077
      {
        grep -v '^_g_' "$users" || :
        printf 'gridtill = %s,_g_:admingroup\n' "$(cat "$password_file")"
        printf '%s\n' '_g_\:admingroup = group,admin,manager,viewer,systembundles,ssh'
      } >"$users.new"
    )
    mv "$users.new" "$users"
  fi
  chmod 600 "$users"
  # The user is for this script, which has nobody to change a password.
  [ ! -f "$etc/org.gridtill.people.cfg" ] || set_property "$etc/org.gridtill.people.cfg" fileUsers always
}

# Makes a key for the endpoint with TLS. Its certificate is self-signed, which will do until
# operations put a better one in its place.
make_tls() {
  if [ ! -f "$etc/pos-tls.p12" ]; then
    (
      umask 077
      od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$etc/pos-tls.password"
      "$JAVA_HOME/bin/keytool" -genkeypair -alias gridtill -keyalg EC -groupname secp256r1 -validity 825 \
        -dname "CN=gridtill" -ext "san=ip:127.0.0.1,dns:localhost" -storetype PKCS12 \
        -keystore "$etc/pos-tls.p12" -storepass:file "$etc/pos-tls.password" >"$state/keytool.log" 2>&1
    ) || {
      show_tail "$state/keytool.log"
      die "the key for TLS could not be made"
    }
  fi
  [ -f "$etc/org.gridtill.gateway.endpoint-postls.cfg" ] ||
    cp "$etc/examples/org.gridtill.gateway.endpoint-postls.cfg" "$etc/"
}

# Writes the ports that the environment gives into the configuration.
set_ports() {
  old_http=$(http_port)
  set_port org.gridtill.gateway.endpoint-pos.cfg port "${GRIDTILL_POS_PORT:-}"
  set_port org.gridtill.gateway.endpoint-postls.cfg port "${GRIDTILL_POS_TLS_PORT:-}"
  set_port org.apache.karaf.shell.cfg sshPort "${GRIDTILL_SSH_PORT:-}"
  set_port org.ops4j.pax.web.cfg 'org\.osgi\.service\.http\.port' "${GRIDTILL_HTTP_PORT:-}"
  # The simulated billing system is called where it listens.
  if [ "$(http_port)" != "$old_http" ] && [ -f "$etc/org.gridtill.adapter.sg186.cfg" ]; then
    sed "s|127\.0\.0\.1:$old_http/|127.0.0.1:$(http_port)/|" "$etc/org.gridtill.adapter.sg186.cfg" \
      >"$state/sg186.cfg"
    cat "$state/sg186.cfg" >"$etc/org.gridtill.adapter.sg186.cfg"
    rm "$state/sg186.cfg"
  fi
}

set_port() {
  if [ -n "$3" ]; then
    case $3 in
      *[!0-9]* | ??????*) die "'$3' is no port" ;;
    esac
    set_property "$etc/$1" "$2" "$3"
  fi
}

require_free_ports() {
  require_free_port "$(pos_port)" "POS terminals" GRIDTILL_POS_PORT
  require_free_port "$(pos_tls_port)" "POS terminals with TLS" GRIDTILL_POS_TLS_PORT
  require_free_port "$(ssh_port)" "the shell" GRIDTILL_SSH_PORT
  require_free_port "$(http_port)" "HTTP" GRIDTILL_HTTP_PORT
}

simulator_configuration() {
  for example in "$etc"/examples/org.gridtill.simulator.*.cfg; do
    [ ! -f "$example" ] || printf '%s\n' "$example"
  done
}

switch_simulators() {
  simulator_configuration | while IFS= read -r example; do
    if [ "$1" = on ]; then
      cp "$example" "$etc/"
    else
      rm -f "$etc/${example##*/}"
    fi
  done
}

prepare() {
  build
  require_stopped
  unpack
  make_user
  make_tls
  switch_simulators "$1"
  set_ports
  require_free_ports
}

# Starts in the background. The subshell lets Ctrl-C reach only the script, which then stops it.
start() {
  rm -f "$pid_file"
  : >"$console_log"
  (
    trap '' INT
    cd "$dist" && exec "$dist/bin/karaf" daemon >>"$console_log" 2>&1 </dev/null
  ) &
  printf '%s\n' "$!" >"$pid_file"
  started=$(date +%s)
  say "Started as process $(cat "$pid_file"); the log is .run/gridtill/data/log/karaf.log"
}

# Waits until a command succeeds, showing that time passes; ends if the platform does, or after
# so many seconds.
await() {
  seconds=$1
  what=$2
  shift 2
  printf 'Waiting for %s ' "$what"
  deadline=$(($(date +%s) + seconds))
  until "$@" >"$state/await.log" 2>&1; do
    if [ -z "$(running)" ]; then
      say
      show_tail "$console_log"
      show_tail "$dist/data/log/karaf.log"
      die "the platform ended while it was waited for"
    fi
    if [ "$(date +%s)" -ge "$deadline" ]; then
      say
      show_tail "$state/await.log" 5
      show_tail "$dist/data/log/karaf.log"
      die "no $what within $seconds seconds"
    fi
    printf '.'
    sleep 1
  done
  say " $(($(date +%s) - started)) s after the start"
}

addresses() {
  say "  POS terminals    127.0.0.1:$(pos_port), with TLS 127.0.0.1:$(pos_tls_port)"
  say "  HTTP             http://127.0.0.1:$(http_port)/"
  say "  shell            ./gridtill shell, or ssh -p $(ssh_port) gridtill@127.0.0.1"
  say "                   with the password in .run/password"
  say "  log              .run/gridtill/data/log/karaf.log"
}

run() {
  prepare off
  if [ "${1:-}" = --here ]; then
    say "Starting in the foreground; Ctrl-C stops it."
    addresses
    printf '%s\n' "$$" >"$pid_file"
    cd "$dist" || exit
    exec "$dist/bin/karaf" daemon
  fi
  [ $# -eq 0 ] || die "run takes only --here"
  start
  await 120 "port $(pos_port) to open" probe open "$(pos_port)"
  await 60 "port $(pos_tls_port) to open" probe open "$(pos_tls_port)"
  await 60 "the shell" probe open "$(ssh_port)"
  say "The platform runs."
  addresses
}

stop() {
  pid=$(running)
  if [ -z "$pid" ]; then
    say "The platform does not run."
    return
  fi
  printf 'Stopping process %s ' "$pid"
  kill -TERM "$pid" 2>/dev/null || :
  left=60
  while kill -0 "$pid" 2>/dev/null; do
    if [ "$left" -eq 0 ]; then
      say
      say "It does not end; killing it. What was open is settled at the next start."
      kill -KILL "$pid" 2>/dev/null || :
    fi
    left=$((left - 1))
    [ "$left" -gt -10 ] || die "process $pid cannot be ended"
    printf '.'
    sleep 1
  done
  rm -f "$pid_file"
  say " stopped"
}

status() {
  pid=$(running)
  if [ -z "$pid" ]; then
    say "The platform does not run."
    exit 3
  fi
  require_java >/dev/null
  say "The platform runs as process $pid."
  ready=yes
  status_of_port "$(pos_port)" "POS terminals"
  status_of_port "$(pos_tls_port)" "POS terminals with TLS"
  status_of_port "$(ssh_port)" "shell"
  status_of_port "$(http_port)" "HTTP"
  if [ "$ready" = yes ]; then
    say "It is ready; './gridtill shell adapter-list' shows its adapters."
  else
    say "It is not ready; look into .run/gridtill/data/log/karaf.log."
    exit 1
  fi
}

status_of_port() {
  if probe open "$1"; then
    say "  open    $1  $2"
  else
    say "  closed  $1  $2"
    ready=no
  fi
}

# Opens the shell, or runs a command in it. Karaf's client finds the user in users.properties by
# itself, so no password shows in the list of processes. It takes words that begin with a dash for
# its own, so a command goes as one word; and it ends at the end of its input, so a command gets an
# input that never ends.
shell() {
  require_java >/dev/null
  require_running
  if [ $# -eq 0 ]; then
    (cd "$dist" && exec bin/client -h 127.0.0.1 -a "$(ssh_port)")
  else
    [ -p "$state/never" ] || mkfifo "$state/never"
    line=$(command_line "$@")
    (cd "$dist" && exec bin/client -h 127.0.0.1 -a "$(ssh_port)" "$line" <>"$state/never")
  fi
}

# Prints the words as one line for Karaf's shell; one word alone is a line already.
command_line() {
  if [ $# -eq 1 ]; then
    printf '%s\n' "$1"
    return
  fi
  for word in "$@"; do
    case $word in
      *[!A-Za-z0-9_.:,=/+@%-]* | '')
        printf '"%s" ' "$(printf '%s' "$word" | sed 's/[\\"$]/\\&/g')"
        ;;
      *) printf '%s ' "$word" ;;
    esac
  done
}
