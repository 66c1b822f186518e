# Shows a payment, hop by hop. Sourced by gridtill.

demo_terminal=$root/tests/simulators/pos/target/pos-terminal.jar

demo() {
  case "${1:-}" in
    --once) GRIDTILL_DEMO_ONCE=1 ;;
    '') ;;
    *) die "demo takes only --once" ;;
  esac
  prepare on
  trap 'end_demo' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  start
  await 180 "the terminals' port to open" probe open "$(pos_port)"
}

end_demo() {
  code=$?
  trap '' INT TERM HUP
  trap - EXIT
  say
  stop
  exit "$code"
}
