# Builds the distribution, if it is out of date. Sourced by gridtill.

build_log=$state/build.log
built=$state/built

distribution() {
  for archive in "$root"/karaf-assembly/target/*.tar.gz; do
    [ ! -f "$archive" ] || printf '%s\n' "$archive"
  done | tail -n 1
}

# Succeeds if something of what is built has changed since.
is_out_of_date() {
  [ -f "$built" ] && [ -n "$(distribution)" ] && [ -f "$demo_terminal" ] || return 0
  changed=$(find pom.xml .mvn LICENSE NOTICE build/ListBundles.java build/licenses.txt build/tools api bundles adapters features karaf-assembly tests/simulators \
    -name target -prune -o \
    \( -type f -o -path '*/src/*' \) -newer "$built" -print | sed -n 1p)
  [ -n "$changed" ]
}

build() {
  require_tools
  require_java
  make_state
  if is_out_of_date; then
    require_maven
    say "Building; the first time takes some minutes. The whole output goes to .run/build.log."
    touch "$built.next"
    # Maven would pack what is left of files that were renamed or removed since.
    rm -rf karaf-assembly/target
    maven_quietly -DskipTests -Dspotless.check.skip=true -Dspotbugs.skip=true \
      -pl karaf-assembly,tests/simulators/pos -am install
    mv "$built.next" "$built"
  fi
  archive=$(distribution)
  say "Built: ${archive#"$root/"}"
}

# Runs Maven and shows only which module it is at.
maven_quietly() {
  : >"$build_log"
  {
    code=0
    mvn -B -ntp "$@" 2>&1 || code=$?
    echo "exit $code"
  } | while IFS= read -r line; do
    case $line in
      "exit 0") ;;
      "exit "*)
        show_tail "$build_log" 40
        die "the build failed; the whole output is in .run/build.log"
        ;;
      "[INFO] Building GridTill"*) say "  ${line#"[INFO] Building "}" ;;
    esac
    printf '%s\n' "$line" >>"$build_log"
  done
}

baseline() {
  require_tools
  require_java
  require_maven
  make_state
  maven_quietly -pl tests/architecture -am test -Dtest=ApiBaselineTest \
    -Dsurefire.failIfNoSpecifiedTests=false -Dgridtill.baseline.write=true
  say "The API is recorded; look at the change and commit it:"
  say "  git diff api/adapter/baseline.txt api/platform/baseline.txt"
}
