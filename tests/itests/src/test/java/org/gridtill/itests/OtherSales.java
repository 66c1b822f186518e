package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosAnswer.BillLine;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.sg186.ControlClient.Recorded;
import org.junit.Test;

/** Prepayments, payments of some months, and credit that goes to the meter over the air. */
public class OtherSales extends SharedSite {

  /** What element 14 of field 55 says. */
  private static final int WAITING = 0;

  private static final int TAKEN = 1;
  private static final int REFUSED = 2;

  @Test
  public void aPrepaymentIsAddedToTheBalanceAndCanBeUndone() throws IOException {
    String consumer = consumerWithoutDebt();
    PosMessage prepayment = terminal.requests().prepay(consumer, 12_345);

    PosAnswer answer = terminal.exchange(prepayment);

    assertThat(answer.code()).isEqualTo("00");
    assertThat(answer.receiptNo()).isNotEmpty();
    assertThat(BILLING.balance(consumer)).isEqualTo(yuan(12_345));
    assertThat(agent.recorded()).extracting(Recorded::kind).containsExactly("PREPAYMENT");
    assertThat(agent.settled()).isEqualTo(yuan(12_345));
    assertThat(terminal.voidTransaction(prepayment).code()).isEqualTo("00");
    assertThat(BILLING.balance(consumer)).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  public void theChosenMonthIsPaidAndNoOther() throws IOException {
    String consumer = site.partial();
    PosAnswer bills = terminal.query(consumer);
    while (bills.monthsDue() < 2 || fen(bills.bills().get(0)) > Distribution.CREDIT_LIMIT_FEN) {
      consumer = site.partial();
      bills = terminal.query(consumer);
    }
    BillLine oldest = bills.bills().get(0);

    PosAnswer paid = terminal.pay(consumer, fen(oldest), oldest.month());

    assertThat(paid.code()).isEqualTo("00");
    PosAnswer left = terminal.query(consumer);
    assertThat(left.amountFen()).isEqualTo(bills.amountFen() - fen(oldest));
    assertThat(left.bills()).isEqualTo(bills.bills().subList(1, bills.bills().size()));
    assertThat(agent.settled()).isEqualTo(yuan(fen(oldest)));
  }

  @Test
  public void aMeterMayTakeCreditOverTheAirLater() throws IOException {
    String consumer = site.remoteMeter();
    BILLING.answerMeters("later");
    PosMessage sale = terminal.requests().rechargeRemotely(consumer, 10_000);

    PosAnswer sold = terminal.exchange(sale);

    assertThat(sold.code()).isEqualTo("00");
    assertThat(sold.meterOutcome()).isEqualTo(WAITING);
    assertThat(terminal.queryTransaction(sale).meterOutcome()).isEqualTo(WAITING);
    BILLING.answerMeters("take-pending");
    Eventually.holds(
        "the platform knows that the meter has the credit",
        PATIENCE,
        () -> terminal.queryTransaction(sale).meterOutcome() == TAKEN);
    assertThat(terminal.voidTransaction(sale).code()).isEqualTo("C5");
    assertThat(agent.settled()).isEqualTo(yuan(10_000));
  }

  @Test
  public void creditThatAMeterRefusesIsPaidBack() throws IOException {
    BILLING.answerMeters("refuse");
    PosMessage sale = terminal.requests().rechargeRemotely(site.remoteMeter(), 10_000);

    PosAnswer sold = terminal.exchange(sale);

    assertThat(sold.code()).isEqualTo("00");
    assertThat(sold.meterOutcome()).isEqualTo(REFUSED);
    assertThat(terminal.voidTransaction(sale).code()).isEqualTo("00");
    assertThat(agent.settled()).isEqualTo(Agent.ZERO);
  }

  @Test
  public void theDayEndLeavesDoubtThatIsNeverTakenForAFailure() throws Exception {
    PosMessage sale = terminal.requests().rechargeRemotely(site.remoteMeter(), 10_000);
    BILLING.loseAfter("submitRemoteRecharge", 1);
    BILLING.dayEnd("queryTransaction", 0);
    PosAnswer answer = terminal.exchange(sale);
    assertThat(answer.code()).isEqualTo("09");

    String asked = site.distribution().shell("gridtill:doubt-resolve " + answer.serialNo());
    assertThat(asked).contains("IN_DOUBT");
    assertThat(terminal.queryTransaction(sale).code()).isEqualTo("09");
    assertThat(site.books().credit(agent.code()).reserved()).isEqualTo(yuan(10_000));

    BILLING.clearFaults();
    Eventually.holds(
        "the sale is known to be made",
        PATIENCE,
        () -> terminal.queryTransaction(sale).code().equals("00"));
    assertThat(agent.recorded()).hasSize(1);
  }

  @Test
  public void aSaleAtTheDayEndIsRefusedAndMovesNothing() throws IOException {
    BILLING.dayEnd("prepay", 1);
    PosMessage prepayment = terminal.requests().prepay(consumerWithoutDebt(), 10_000);

    assertThat(terminal.exchange(prepayment).code()).isEqualTo("91");

    assertThat(terminal.queryTransaction(prepayment).code()).isEqualTo("05");
    assertThat(agent.settled()).isEqualTo(Agent.ZERO);
  }

  private String consumerWithoutDebt() throws IOException {
    String consumer = site.partial();
    while (terminal.query(consumer).amountFen() > 0) {
      consumer = site.partial();
    }
    return consumer;
  }

  private static long fen(BillLine bill) {
    return bill.energyChargeFen() + bill.latePenaltyFen();
  }
}
