# Messages and small tools. Sourced by gridtill.

state=$root/.run

say() {
  printf '%s\n' "$*"
}

# Says what is wrong and what to do about it, and ends.
die() {
  printf 'gridtill: %s\n' "$*" >&2
  exit 1
}

# The state may hold a password, so nobody else looks into it.
make_state() {
  [ -d "$state" ] || (umask 077 && mkdir -p "$state")
}

require_tools() {
  for tool in awk cat cmp cp date find grep gzip head kill mkdir mkfifo mv od rm sed sleep tail tar touch tr; do
    command -v "$tool" >/dev/null 2>&1 || die "the tool '$tool' is missing; install it"
  done
}

# Prints the last lines of a log, if there is one.
show_tail() {
  [ ! -f "$1" ] || {
    say "--- the end of $1" >&2
    tail -n "${2:-25}" "$1" >&2
  }
}

# Prints the value of a key in a configuration file, or a default.
property() {
  value=
  [ ! -f "$1" ] || value=$(sed -n "s/^[[:space:]]*$2[[:space:]]*=[[:space:]]*//p" "$1" | tail -n 1)
  printf '%s\n' "${value:-$3}"
}

# Changes the value of a key in a configuration file; the key must be there.
set_property() {
  sed "s|^\([[:space:]]*$2[[:space:]]*=[[:space:]]*\).*|\1$3|" "$1" >"$1.new"
  cat "$1.new" >"$1"
  rm "$1.new"
}
