# Lets the fuzz targets look for inputs that nobody thought of. Sourced by gridtill.

fuzz_module=tests/fuzz

# The names of all targets, or of those that contain a word.
fuzz_targets() {
  (cd "$root/$fuzz_module/src/test/java" && find . -name 'Fuzz*Test.java') |
    sed -e 's|^\./||' -e 's|\.java$||' -e 's|/|.|g' | grep -F -e "${1:-}"
}

# Fuzzes each target for some seconds; docs/fuzzing.md tells what becomes of what it finds.
fuzz() {
  seconds=${1:-60}
  only=${2:-}
  case $seconds in
    '' | *[!0-9]*) die "usage: ./gridtill fuzz [SECONDS [PART-OF-A-NAME]]" ;;
  esac
  require_tools
  require_java
  require_maven
  make_state
  targets=$(fuzz_targets "$only") || die "there is no fuzz target with '$only' in its name"
  say "Building the fuzz targets; the whole output goes to .run/build.log."
  maven_quietly -DskipTests -DskipITs -Dspotless.check.skip=true -Dspotbugs.skip=true \
    -pl "$fuzz_module" -am install
  maven_quietly -pl "$fuzz_module" dependency:build-classpath \
    -Dmdep.outputFile=target/classpath.txt -Dmdep.includeScope=test
  cd "$root/$fuzz_module"
  mkdir -p "$state/fuzz"
  found=
  for target in $targets; do
    fuzz_log=$state/fuzz/$target.log
    if "$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:$(cat target/classpath.txt)" \
      com.code_intelligence.jazzer.Jazzer --target_class="$target" \
      --instrumentation_includes='org.gridtill.**:com.solab.**:org.apache.commons.csv.**' \
      --disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery \
      -max_total_time="$seconds" -timeout=25 -rss_limit_mb=0 -print_final_stats=1 \
      >"$fuzz_log" 2>&1; then
      say "$target: nothing found in $(fuzz_runs "$fuzz_log") inputs"
    else
      say "$target: FOUND something, see .run/fuzz/$target.log"
      found=1
    fi
  done
  [ -z "$found" ] || die "the inputs that were found lie beside the kept ones: git status"
}

fuzz_runs() {
  sed -n 's/^.*stat::number_of_executed_units: *//p' "$1" | tail -n 1
}
