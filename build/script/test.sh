# Runs every check and test. Sourced by gridtill.

# Installs what is missing, where that can be done: on Debian, as root.
install_tools() {
  missing=
  (require_java) >/dev/null 2>&1 || missing=openjdk-17-jdk-headless
  command -v mvn >/dev/null 2>&1 || missing="$missing maven"
  if [ -n "$missing" ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing$missing"
    apt-get update -qq
    # shellcheck disable=SC2086 # a list of words
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
  fi
}

run_tests() {
  require_tools
  install_tools
  require_java
  require_maven
  make_state
  say "The script"
  sh "$root/tests/script/run.sh"
  say "The platform"
  exec mvn -B -ntp verify
}

bench() {
  require_java
  require_running
  benchmark=$root/tests/benchmarks/target/benchmark.jar
  [ -f "$benchmark" ] || die "the benchmark is not built"
  exec "$JAVA_HOME/bin/java" -jar "$benchmark" "$@"
}
