#!/bin/sh
# Tests the script 'gridtill': its checks, its messages and how it keeps what operations own.
# Works on a copy in a folder whose name has a space, with made-up JDKs and Mavens.
# Snippets of script are quoted on purpose.
# shellcheck disable=SC2016,SC2012,SC2119,SC2120
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
copy="$work/a copy"
mkdir -p "$copy/build" "$work/tools" "$work/jvms" "$work/home"
cp "$root/gridtill" "$copy/"
cp -R "$root/build/script" "$copy/build/"

checks=0
failures=0

pass_or_fail() {
  checks=$((checks + 1))
  if [ "$1" -ne 0 ]; then
    failures=$((failures + 1))
    printf 'FAILED: %s\n' "$2"
  fi
}

# check NAME COMMAND...: the command succeeds.
check() {
  name=$1
  shift
  code=0
  "$@" || code=1
  pass_or_fail "$code" "$name"
}

# says TEXT COMMAND...: the command fails and says so.
says() {
  text=$1
  shift
  code=0
  if "$@" >"$work/out" 2>&1; then
    code=1
  fi
  grep -q -- "$text" "$work/out" || code=1
  pass_or_fail "$code" "it should fail and say '$text'; it said: $(cat "$work/out")"
}

# Only these are on the path, so that no Java or Maven of the machine is.
for tool in awk cat chmod cmp cp date dirname find grep gzip head id kill ls mkdir mkfifo mv od rm sed \
  sh sleep tail tar touch tr uname wc; do
  ln -s "$(command -v "$tool")" "$work/tools/$tool"
done

# jdk FOLDER VERSION: makes something that answers as a JDK does.
jdk() {
  mkdir -p "$1/bin"
  printf '#!/bin/sh\necho "javac %s"\n' "$2" >"$1/bin/javac"
  printf '#!/bin/sh\necho "    java.home = %s" >&2\n' "$1" >"$1/bin/java"
  chmod +x "$1/bin/javac" "$1/bin/java"
}

jdk "$work/jdk 25" 25.0.1
jdk "$work/jdk8" 1.8.0_402
jdk "$work/jdk17" 17.0.15

gridtill() {
  env -i PATH="$work/tools" HOME="$work/home" GRIDTILL_JVMS="$work/jvms" TERM=dumb \
    "$@" "$copy/gridtill" "$command"
}

# inside SNIPPET: runs a piece of script with all parts loaded, as gridtill does.
inside() {
  env -i PATH="$work/tools" HOME="$work/home" root="$copy" sh -eu -c '
    for part in common java ports dist build demo test again; do . "$root/build/script/$part.sh"; done
    '"$1"
}

# The help fits a screen.
command=help
gridtill >"$work/help"
check "help has at most 24 lines" test "$(wc -l <"$work/help")" -le 24
check "help has at most 80 columns" test "$(awk '{ if (length > n) n = length } END { print n }' "$work/help")" -le 80
command=dance
says "there is no command 'dance'" gridtill

# The right Java, or a message that names what was found.
command=build
says "no Java was found; a JDK 17 is needed" gridtill
says "JAVA_HOME is Java 25 ($work/jdk 25); a JDK 17 is needed" gridtill JAVA_HOME="$work/jdk 25"
says "java on the PATH is Java 8 ($work/jdk8)" gridtill PATH="$work/jdk8/bin:$work/tools"
says "JAVA_HOME is no JDK (/nowhere); java on the PATH is Java 8" \
  gridtill JAVA_HOME=/nowhere PATH="$work/jdk8/bin:$work/tools"
says "let JAVA_HOME name its folder" gridtill
says "Maven is missing" gridtill JAVA_HOME="$work/jdk17"
says "Maven is missing" gridtill JAVA_HOME="$work/jdk 25" PATH="$work/jdk17/bin:$work/tools"
jdk "$work/jvms/java-17-openjdk" 17.0.9
says "JAVA_HOME is Java 25 ($work/jdk 25); using the JDK 17 in $work/jvms/java-17-openjdk" \
  gridtill JAVA_HOME="$work/jdk 25"
rm -r "$work/jvms/java-17-openjdk"

# The right Maven.
mkdir "$work/maven"
for version in 3.6.3:no 3.8.7:yes 3.10.1:yes 4.0.0:yes 3.7.0:no; do
  printf '#!/bin/sh\necho "Apache Maven %s (x)"\n' "${version%:*}" >"$work/maven/mvn"
  chmod +x "$work/maven/mvn"
  if [ "${version#*:}" = yes ]; then
    check "Maven ${version%:*} will do" inside 'PATH='"$work"'/maven:$PATH; require_maven'
  else
    says "Maven 3.8 or later is needed, but 'mvn' is ${version%:*}" \
      inside 'PATH='"$work"'/maven:$PATH; require_maven'
  fi
done

# A failing build shows why and fails.
printf '#!/bin/sh\necho "[INFO] Building GridTill :: API 1 [1/2]"\necho "[ERROR] no way"\nexit 1\n' >"$work/maven/mvn"
says "no way" inside 'PATH='"$work"'/maven:$PATH; make_state; maven_quietly install; echo went on'
check "a failing build ends the script" sh -c "! grep -q 'went on' '$work/out'"
check "a failing build shows the module" grep -q '^  GridTill :: API' "$work/out"

# The second build.
mkdir -p "$copy/bundles/x/src" "$copy/bundles/x/target/classes" "$copy/.mvn" "$copy/.git"
touch "$copy/bundles/x/src/a file" "$copy/bundles/x/target/classes/X" "$copy/.mvn/jvm.config" "$copy/.git/HEAD" "$copy/.gitignore"
printf '#!/bin/sh\necho "in $PWD: $TZ $*"\n[ ! -f ../../fail ]\n' >"$work/maven/mvn"
second='PATH='"$work"'/maven:$PATH; JAVA_HOME='"$work"'/jdk17; make_state; build_again; echo went on'
check "two builds that are the same are" inside "$second" >"$work/out"
check "the second build is gone" test ! -e "$copy/.run/again"
inside 'make_state; copy_sources'
check "sources are copied" test -f "$copy/.run/again/bundles/x/src/a file"
check "the JVM's options are copied" test -f "$copy/.run/again/.mvn/jvm.config"
check "what was built is not copied" test ! -e "$copy/.run/again/bundles/x/target"
check "neither is the history, nor the state" test ! -e "$copy/.run/again/.git" -a ! -e "$copy/.run/again/.run"
touch "$copy/fail"
says "the second build failed; it is in .run/again" inside "$second"
check "a failing second build shows why" grep -q "Pacific/Auckland -o" "$work/out"
rm "$copy/fail"
printf '#!/bin/sh\necho "x.jar: the content of a differs"\nexit 1\n' >"$work/jdk17/bin/java"
says "the build is not reproducible" inside "$second"
check "what differs is named" grep -q "the content of a differs" "$work/out"
jdk "$work/jdk17" 17.0.15
rm -r "$copy/.run" "$copy/bundles"

# A missing tool is named.
rm "$work/tools/od"
says "the tool 'od' is missing" gridtill JAVA_HOME="$work/jdk17"
ln -s "$(command -v od)" "$work/tools/od"

# A port in use is named, with what to do.
says "port 8583 (POS) is in use by another program" \
  inside 'probe() { return 1; }; require_free_port 8583 POS GRIDTILL_POS_PORT'
check "the message names the variable" grep -q 'set GRIDTILL_POS_PORT to a free port' "$work/out"

# What does not run is not asked.
command=status
says "The platform does not run" gridtill
command=shell
says "the platform does not run; './gridtill run' starts it" gridtill JAVA_HOME="$work/jdk17"

# A new build keeps data and what operations changed or added, and replaces the rest.
pack() {
  rm -rf "$work/dist"
  mkdir -p "$work/dist/gridtill-1/etc/examples" "$work/dist/gridtill-1/bin" "$copy/karaf-assembly/target"
  printf 'sshPort = 8101\n' >"$work/dist/gridtill-1/etc/org.apache.karaf.shell.cfg"
  printf 'level = %s\n' "$1" >"$work/dist/gridtill-1/etc/log.cfg"
  printf '# nobody\n_g_\\:admingroup = group,admin\n' >"$work/dist/gridtill-1/etc/users.properties"
  printf 'fileUsers = emergency\n' >"$work/dist/gridtill-1/etc/org.gridtill.people.cfg"
  printf 'terminals = 10\n' >"$work/dist/gridtill-1/etc/examples/org.gridtill.simulator.fleet.cfg"
  (cd "$work/dist" && tar -cf - gridtill-1) | gzip >"$copy/karaf-assembly/target/d.tar.gz"
}
dist="$copy/.run/gridtill"
pack 1
inside 'make_state; unpack; make_user' >"$work/out"
check "the distribution is unpacked" test -f "$dist/etc/log.cfg"
mkdir -p "$dist/data/derby" "$dist/data/cache"
echo rows >"$dist/data/derby/rows"

check "a port is set" inside 'GRIDTILL_SSH_PORT=9101; set_ports; test "$(ssh_port)" = 9101'
says "'x' is no port" inside 'GRIDTILL_SSH_PORT=x; set_ports'
echo own >"$dist/etc/own.cfg"
sleep 1
pack 2
inside 'unpack; make_user' >"$work/out"
check "shipped configuration is replaced" grep -q 'level = 2' "$dist/etc/log.cfg"
check "changed configuration is kept" grep -q 'sshPort = 9101' "$dist/etc/org.apache.karaf.shell.cfg"
check "added configuration is kept" test -f "$dist/etc/own.cfg"
check "data are kept" grep -q rows "$dist/data/derby/rows"
check "the bundle cache is not" test ! -d "$dist/data/cache"
check "nothing is unpacked twice" inside 'test -z "$(unpack)"'

# The shell's user.
check "one user, in the group of administrators" \
  test "$(grep -c '^gridtill = [0-9a-f]\{32\},_g_:admingroup$' "$dist/etc/users.properties")" = 1
check "who may log in" grep -q '^fileUsers = always$' "$dist/etc/org.gridtill.people.cfg"
check "one group" test "$(grep -c '^_g_' "$dist/etc/users.properties")" = 1
check "the password is the owner's alone" \
  test "$(ls -l "$copy/.run/password" "$dist/etc/users.properties" | cut -c 1-10 | sort -u)" = "-rw-------"

# Commands for the shell.
check "words become one line" inside \
  'test "$(command_line agency-add A2 "Hill \"side\" \$1" 10.00)" = "agency-add A2 \"Hill \\\"side\\\" \\\$1\" 10.00 "'
check "one word is a line" inside 'test "$(command_line "log:tail | grep x")" = "log:tail | grep x"'

# Another process with the number of an ended platform is left alone.
check "a foreign process is not the platform" inside \
  'mkdir -p "$state"; echo $$ >"$pid_file"; test -z "$(running)"; stop >/dev/null; rm "$pid_file"'

# Simulators.
check "simulators are switched on" inside 'switch_simulators on; test -f "$etc/org.gridtill.simulator.fleet.cfg"'
check "simulators are switched off" inside 'switch_simulators off; test ! -f "$etc/org.gridtill.simulator.fleet.cfg"'

# The demo.
check "the last recharge is found" inside \
  'test "$(printf "%s\\tCARD_%s\\tx\\n" 1 OPENING 2 RECHARGE 3 RECHARGE 4 OPENING | serial_of_last CARD_RECHARGE)" = 3'
check "no recharge is found where there is none" inside \
  'test -z "$(printf "1\\tCARD_OPENING\\tx\\n" | serial_of_last CARD_RECHARGE)"'

if command -v shellcheck >/dev/null 2>&1; then
  check "shellcheck finds nothing" sh -c "cd '$root' && shellcheck -x gridtill .ci/run tests/script/run.sh"
fi

printf 'Tests of the script: %s run, %s failed\n' "$checks" "$failures"
[ "$failures" -eq 0 ]
