package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Locale;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.sg186.ControlClient.Recorded;
import org.junit.Test;

/** Payments of bills, and what else the wire does to them. */
public class BillPayments extends SharedSite {

  @Test
  public void paysABillFromEndToEnd() throws IOException {
    String consumer = site.debtor();
    PosAnswer bills = terminal.query(consumer);
    assertThat(bills.code()).isEqualTo("00");
    assertThat(bills.amountFen()).isPositive();

    PosAnswer paid = terminal.pay(consumer, bills.amountFen());

    assertThat(paid.code()).isEqualTo("00");
    assertThat(paid.authentic()).isTrue();
    assertThat(paid.receiptNo()).isNotEmpty();
    assertThat(agent.recorded())
        .singleElement()
        .satisfies(
            payment -> {
              assertThat(payment.consumerNo()).isEqualTo(consumer);
              assertThat(payment.amount()).isEqualTo(yuan(bills.amountFen()));
              assertThat(payment.terminalId()).isEqualTo(terminal.terminalCode());
              assertThat(payment.state()).isEqualTo("DONE");
            });
    assertThat(terminal.query(consumer).amountFen()).isZero();
  }

  @Test
  public void aRepeatedPaymentIsPaidOnce() throws IOException {
    PosMessage payment = agent.payment(site.debtor());
    PosAnswer first = terminal.exchange(payment);
    PosAnswer second = terminal.exchange(payment);

    assertThat(first.code()).isEqualTo("00");
    assertThat(second.code()).isEqualTo("00");
    assertThat(second.receiptNo()).isNotEmpty().isEqualTo(first.receiptNo());
    assertThat(second.serialNo()).isEqualTo(first.serialNo());
    assertThat(agent.recorded()).hasSize(1);
  }

  @Test
  public void aKeyThatComesAgainWithAnotherAmountIsRefused() throws IOException {
    PosMessage payment = agent.payment(site.debtor());
    assertThat(terminal.exchange(payment).code()).isEqualTo("00");
    long fen = Long.parseLong(payment.text(4));
    payment.set(4, String.format(Locale.ROOT, "%012d", fen + 1));

    assertThat(terminal.exchange(payment).code()).isEqualTo("94");
    assertThat(agent.recorded()).hasSize(1);
  }

  @Test
  public void aPaymentIsReversed() throws IOException {
    String consumer = site.debtor();
    PosMessage payment = agent.payment(consumer);
    assertThat(terminal.exchange(payment).code()).isEqualTo("00");

    assertThat(terminal.reverse(payment).code()).isEqualTo("00");

    assertThat(terminal.queryTransaction(payment).code()).isEqualTo("17");
    assertThat(terminal.query(consumer).amountFen()).isEqualTo(Long.parseLong(payment.text(4)));
    assertThat(agent.recorded()).extracting(Recorded::state).contains("REVERSED");
    assertThat(agent.settled()).isEqualTo(Agent.ZERO);
  }

  @Test
  public void nothingIsChargedWhileTheBillingSystemIsDown()
      throws IOException, InterruptedException {
    String consumer = site.debtor();
    PosMessage payment = agent.payment(consumer);
    Books.CreditState before = site.books().credit(agent.code());
    BILLING.down(Duration.ZERO);

    // The simulator shares its port with others here, so that being down looks like a lost answer.
    assertThat(terminal.exchange(payment).code()).isIn("91", "09");
    BILLING.clearFaults();

    Eventually.holds(
        "the payment is known not to have happened",
        PATIENCE,
        () -> terminal.queryTransaction(payment).code().equals("05"));
    assertThat(site.books().credit(agent.code())).isEqualTo(before);
    assertThat(agent.recorded()).noneMatch(r -> r.state().equals("DONE"));
    assertThat(terminal.exchange(agent.payment(consumer)).code()).isEqualTo("00");
    assertThat(agent.recorded()).filteredOn(r -> r.state().equals("DONE")).hasSize(1);
  }

  @Test
  public void aLostAnswerLeavesDoubtThatEndsWithThePayment() throws IOException {
    PosMessage payment = agent.payment(site.debtor());
    BILLING.loseAfter("confirmPayment", 1);

    assertThat(terminal.exchange(payment).code()).isEqualTo("09");

    Eventually.holds(
        "the payment is known to be completed",
        PATIENCE,
        () -> terminal.queryTransaction(payment).code().equals("00"));
    assertThat(agent.recorded()).singleElement().extracting(Recorded::state).isEqualTo("DONE");
    PosAnswer repeated = terminal.exchange(payment);
    assertThat(repeated.code()).isEqualTo("00");
    assertThat(repeated.receiptNo()).isNotEmpty();
    assertThat(agent.recorded()).hasSize(1);
  }

  @Test
  public void exhaustedCreditEndsCollecting() throws IOException {
    int paid = 0;
    PosAnswer answer = terminal.exchange(agent.payment(site.debtor()));
    while (answer.code().equals("00")) {
      paid++;
      answer = terminal.exchange(agent.payment(site.debtor()));
    }

    assertThat(answer.code()).isEqualTo("61");
    assertThat(agent.recorded()).hasSize(paid).hasSizeGreaterThan(1);
    assertThat(agent.settled()).isLessThanOrEqualTo(Agent.LIMIT);
  }

  @Test
  public void aForgedMessageMovesNothing() throws IOException {
    PosMessage payment = agent.payment(site.debtor());
    byte[] forged = terminal.frame(payment);
    forged[forged.length - 1] ^= 1;

    terminal.sendFrame(forged);
    PosMessage answer = PosMessage.parse(terminal.receiveFrame());

    assertThat(answer.text(39)).isEqualTo("A0");
    assertThat(agent.recorded()).isEmpty();
    assertThat(terminal.queryTransaction(payment).code()).isEqualTo("25");
  }

  @Test
  public void anUnknownTerminalIsTurnedAway() throws IOException {
    try (PosTerminal stranger = Agent.terminal("T9999999", agent.code()).build()) {
      assertThat(stranger.signOn().code()).isEqualTo("97");
    }
  }

  @Test
  public void aMalformedFrameHurtsOnlyItsOwnConnection() throws IOException {
    terminal.sendFrame(new byte[] {1, 2, 3, 4, 5, 6, 7});

    // The gateway may answer that it cannot understand this, or close; it must not go silent.
    try {
      assertThat(PosMessage.parse(terminal.receiveFrame()).text(39)).isEqualTo("30");
    } catch (EOFException | SocketException e) {
      terminal.drop();
    }
    assertThat(terminal.echo().code()).isEqualTo("00");
  }

  @Test
  public void anOversizedFrameClosesItsConnection() throws IOException {
    terminal.sendBytes(new byte[] {(byte) 0xFF, (byte) 0xFF, 1, 2, 3});

    assertThatThrownBy(terminal::receiveFrame)
        .isInstanceOfAny(EOFException.class, SocketException.class);
    assertThat(terminal.echo().code()).isEqualTo("00");
  }
}
