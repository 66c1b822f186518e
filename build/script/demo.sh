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
  control="http://127.0.0.1:$(http_port)/simulators/sg186/control"
  await 60 "the simulated SG186" choose_consumer
  await 60 "the simulated terminals" is_registered
  payment=$(probe get "$control/payments" | wc -l)
  "$JAVA_HOME/bin/java" -jar "$demo_terminal" --host 127.0.0.1 --port "$(pos_port)" \
    --terminal T0000001 --agency A001 --consumer "$consumer" ||
    die "the payment failed; the log is .run/gridtill/data/log/karaf.log"
  say
  say "--- What the platform and SG186 said to each other ---"
  probe get "$control/exchanges?last=3&indent=true"
  [ "$(probe get "$control/payments" | wc -l)" -gt "$payment" ] || die "SG186 has no new payment"
  say
  say "--- What the platform's books say ---"
  shell gridtill:credit-list
  shell gridtill:trial-balance
  say
  say "The platform runs."
  addresses
  if [ -z "${GRIDTILL_DEMO_ONCE:-}" ]; then
    say "Ctrl-C stops it."
    while [ -n "$(running)" ]; do sleep 1; done
    die "the platform ended by itself; the log is .run/gridtill/data/log/karaf.log"
  fi
}

# Sets the first consumer that owes something.
choose_consumer() {
  consumer=$(probe get "$control/consumers?limit=1" | sed -n '2s/[^0-9].*//p')
  [ -n "$consumer" ]
}

is_registered() {
  shell gridtill:terminal-list | grep T0000001
}

end_demo() {
  code=$?
  trap '' INT TERM HUP
  trap - EXIT
  say
  stop
  exit "$code"
}
