# Shows a payment and a card recharge, hop by hop. Sourced by gridtill.

demo_terminal=$root/tests/simulators/pos/target/pos-terminal.jar

# The first of the simulated consumers with a card meter and without arrears. The first demo opens the
# account, and each later one replaces the card, which was in the memory of a terminal that has ended.
card_consumer=0100000081

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
  await 60 "the simulated terminals" is_bound
  before=$(transactions | wc -l)
  "$JAVA_HOME/bin/java" -jar "$demo_terminal" --host 127.0.0.1 --port "$(pos_port)" \
    --terminal T0000001 --agency A001 --consumer "$consumer" --card-consumer "$card_consumer" ||
    die "the payment or the recharge failed; the log is .run/gridtill/data/log/karaf.log"
  say
  say "--- What the platform and SG186 said to each other ---"
  probe get "$control/exchanges?last=30&indent=true"
  transactions >"$state/transactions"
  [ "$(wc -l <"$state/transactions")" -gt "$before" ] || die "SG186 has no new transaction"
  recharge=$(serial_of_last CARD_RECHARGE <"$state/transactions")
  [ -n "$recharge" ] || die "SG186 has no recharge"
  say
  say "--- What the platform knows of the recharge ---"
  shell gridtill:transaction-show "$recharge"
  say
  say "--- What the agency may still undo ---"
  shell gridtill:reversible-amount A001
  say
  say "--- What the platform's books say ---"
  shell gridtill:credit-list A001
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

# Prints what SG186 has recorded, a line each: serial number, kind, and more.
transactions() {
  probe get "$control/payments"
}

# Prints the serial number of the last transaction of a kind among those on the standard input.
serial_of_last() {
  awk -F '\t' -v kind="$1" '$2 == kind { serial = $1 } END { print serial }'
}

# Sets the first consumer that owes something.
choose_consumer() {
  consumer=$(probe get "$control/consumers?limit=1" | sed -n '2s/[^0-9].*//p')
  [ -n "$consumer" ]
}

is_bound() {
  shell gridtill:binding-list | grep 'T0000001.*BOUND'
}

end_demo() {
  code=$?
  trap '' INT TERM HUP
  trap - EXIT
  say
  stop
  exit "$code"
}
