# Builds what is shipped a second time and compares. Sourced by gridtill.

again=$state/again

# Copies the sources, and nothing that was made of them, into another folder.
copy_sources() {
  rm -rf "$again"
  mkdir -p "$again"
  (cd "$root" && find . -name target -prune -o -name '.[!.m]*' -prune -o -type f -print | tar -cf - -T -) |
    (cd "$again" && tar -xf -)
}

# The second build has another path, time zone and language; the mask of rights must be the same, since Maven's jars have
# the rights of the files that they are made of. Both build into the same local repository, where the second one finds only
# what it does not make itself; it needs no network.
build_again() {
  say "The same bytes a second time"
  copy_sources
  (
    cd "$again"
    TZ=Pacific/Auckland MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.language=de -Duser.country=DE" \
      mvn -o -B -ntp -q -Dmaven.test.skip=true -Denforcer.skip=true -Dspotless.check.skip=true \
      -Dspotbugs.skip=true -Dfeatures.verify.skip=true \
      -pl karaf-assembly,api/tck,adapters/archetype -am install >again.log 2>&1
  ) || {
    show_tail "$again/again.log" 40
    die "the second build failed; it is in .run/again"
  }
  "$JAVA_HOME/bin/java" -cp "$root/build/tools/target/classes" org.gridtill.build.same.CompareBuilds "$root" "$again" ||
    die "the build is not reproducible; the second one is in .run/again"
  rm -rf "$again"
}
