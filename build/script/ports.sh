# Asks the network, through a small Java program, since no tool for it is sure to be there.

probe() {
  classes=$state/probe
  if [ ! -f "$classes/Probe.class" ] ||
    [ -n "$(find "$root/build/script/Probe.java" -newer "$classes/Probe.class")" ]; then
    mkdir -p "$classes"
    "$JAVA_HOME/bin/javac" -d "$classes" "$root/build/script/Probe.java"
  fi
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp "$classes" Probe "$@"
}

# Refuses to go on if another program listens where the platform is to listen.
require_free_port() {
  probe free "$1" || die "port $1 ($2) is in use by another program.
Stop that program, or set $3 to a free port and start again."
}
