# Finds a JDK 17 and Maven. Sourced by gridtill.

# Prints the major version of the JDK in a folder; nothing if there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p'
}

# Prints the folder of the java command on the PATH.
java_on_path() {
  command -v java >/dev/null 2>&1 || return 0
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Prints folders where a JDK 17 usually is, one a line.
usual_jdks() {
  for folder in "${GRIDTILL_JVMS:-/usr/lib/jvm}"/*17* \
    "${HOME:-/nowhere}"/.sdkman/candidates/java/17* \
    "${GRIDTILL_JVMS:-/Library/Java/JavaVirtualMachines}"/*17*/Contents/Home; do
    [ ! -d "$folder" ] || printf '%s\n' "$folder"
  done
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v 17 2>/dev/null || :
}

# Sets JAVA_HOME to a JDK 17: that of JAVA_HOME, else of the PATH, else from a usual place.
# Karaf 4.4 does not run on Java 24 and later, and what runs is what is tested: 17 alone.
require_java() {
  found=
  if [ -n "${JAVA_HOME:-}" ]; then
    try_jdk "$JAVA_HOME" JAVA_HOME && return
  fi
  on_path=$(java_on_path)
  if [ -n "$on_path" ]; then
    try_jdk "$on_path" "java on the PATH" && return
  fi
  usual=$(usual_jdks | while IFS= read -r folder; do
    [ "$(jdk_version "$folder")" != 17 ] || { printf '%s\n' "$folder" && break; }
  done)
  if [ -n "$usual" ]; then
    say "${found:-no Java is set;} using the JDK 17 in $usual" >&2
    use_jdk "$usual"
    return
  fi
  die "${found:-no Java was found;} a JDK 17 is needed, that version and no other.
Install it, on Debian or Ubuntu with 'apt-get install openjdk-17-jdk-headless',
or let JAVA_HOME name its folder."
}

try_jdk() {
  version=$(jdk_version "$1")
  if [ "$version" = 17 ]; then
    use_jdk "$1"
    return 0
  fi
  if [ -n "$version" ]; then
    found="${found:+$found }$2 is Java $version ($1);"
  else
    found="${found:+$found }$2 is no JDK ($1);"
  fi
  return 1
}

use_jdk() {
  JAVA_HOME=$1
  PATH=$JAVA_HOME/bin:$PATH
  export JAVA_HOME PATH
}

require_maven() {
  command -v mvn >/dev/null 2>&1 ||
    die "Maven is missing; install 3.8 or later, on Debian or Ubuntu with 'apt-get install maven'"
  maven=$(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
  case $maven in
    3.[89].* | 3.[1-9][0-9].* | [4-9].*) ;;
    *) die "Maven 3.8 or later is needed, but 'mvn' is ${maven:-broken: run 'mvn -version' to see}" ;;
  esac
}
