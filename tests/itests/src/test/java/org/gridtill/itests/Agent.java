package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.PosTerminalBuilder;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.ControlClient.Recorded;

/**
 * An agency of the simulated fleet with its terminal, and what the billing system and the
 * platform's books say about it. For use by one thread.
 */
final class Agent implements AutoCloseable {

  static final BigDecimal LIMIT = BigDecimal.valueOf(Distribution.CREDIT_LIMIT_FEN, 2);
  static final BigDecimal ZERO = BigDecimal.valueOf(0, 2);

  private final Books books;
  private final ControlClient billing;
  private final String code;
  private final PosTerminal terminal;
  private BigDecimal remitted = ZERO;

  /** The agent of that number, counted from 1; not signed on. */
  Agent(Books books, ControlClient billing, int number) {
    this.books = books;
    this.billing = billing;
    code = String.format(Locale.ROOT, "A%03d", number);
    terminal = terminal(String.format(Locale.ROOT, "T%07d", number), code).build();
  }

  static PosTerminalBuilder terminal(String code, String agencyCode) {
    return PosTerminal.of(code, agencyCode)
        .at(Distribution.HOST, Distribution.POS_PORT)
        .timeouts(Duration.ofSeconds(2), Duration.ofSeconds(20));
  }

  String code() {
    return code;
  }

  PosTerminal terminal() {
    return terminal;
  }

  /** Asks what is due and makes the payment of it. */
  PosMessage payment(String consumer) throws IOException {
    PosAnswer bills = terminal.query(consumer);
    assertThat(bills.code()).isEqualTo("00");
    return terminal.payRequest(consumer, bills.amountFen());
  }

  /** Returns what the billing system recorded for this agency. */
  List<Recorded> recorded() {
    return billing.payments().stream()
        .filter(payment -> payment.agencyCode().equals(code))
        .toList();
  }

  /** Returns what the billing system got for good from this agency. */
  BigDecimal settled() {
    return recorded().stream()
        .filter(one -> !one.kind().equals("REVERSAL") && one.state().equals("DONE"))
        .map(Recorded::amount)
        .reduce(ZERO, BigDecimal::add);
  }

  /** Says that so much of what it collected has arrived at the bank. */
  void remitted(BigDecimal amount) {
    remitted = remitted.add(amount);
  }

  /** Fails unless journal and credit say what the billing system says. */
  void checkBooks() throws IOException, InterruptedException {
    Books.Statement statement = books.statement(code);
    Books.TrialBalance balance = statement.balance();
    assertThat(balance.balanced()).isTrue();
    assertThat(balance.balance("utility/").add(balance.balance("prepayment/")))
        .isEqualTo(billing.totals().settledAmount().negate());
    BigDecimal held = settled().subtract(remitted);
    assertThat(balance.balance("agency/" + code).add(balance.balance("collector/" + code + "/")))
        .isEqualTo(held);
    Books.CreditState credit = statement.credit();
    assertThat(credit.used()).isEqualTo(held);
    assertThat(credit.reserved()).isEqualTo(ZERO);
    assertThat(credit.available()).isEqualTo(LIMIT.subtract(held));
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
