# Runs every check and test. Sourced by gridtill.

# Installs what is missing, where that can be done: on Debian, as root.
install_tools() {
  missing=
  (require_java) >/dev/null 2>&1 || missing=openjdk-17-jdk-headless
  command -v mvn >/dev/null 2>&1 || missing="$missing maven"
  # A security module in software; without it, and outside of CI, its tests are left out.
  command -v softhsm2-util >/dev/null 2>&1 || missing="$missing softhsm2"
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
  # Installed, and not only verified, since Pax Exam takes the distribution from the local repository.
  mvn -B -ntp install
  build_again
}

# Measures the distribution; docs/benchmarks.md tells what the figures mean. It
# starts a platform of its own, on ports of its own.
bench() {
  require_tools
  require_java
  require_maven
  make_state
  say "Building the benchmark; the whole output goes to .run/build.log."
  maven_quietly -DskipTests -DskipITs -Dspotless.check.skip=true -Dspotbugs.skip=true \
    -pl tests/benchmarks -am install
  exec "$JAVA_HOME/bin/java" -jar tests/benchmarks/target/benchmark.jar "$@"
}
