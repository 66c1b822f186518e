package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.TransactionFound.Status;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions that are under way when the billing system begins a new accounting day. */
class AccountingDayTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final EngineFixture f = new EngineFixture(Money.parse("100.00"));

  @AfterEach
  void close() {
    f.close();
  }

  private LocalDate booked() {
    return f.entry(EntryKind.SALE, f.serial()).orElseThrow().accountingDate();
  }

  /** Either side may be the first to cut over. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void isTheBillingSystemsOnBothSides(int difference) {
    LocalDate theirs = TODAY.plusDays(difference);
    f.billing.utility().bookOn(theirs);

    Reply.Paid paid = (Reply.Paid) f.pay(1, 1234);

    assertThat(paid.payment().accountingDate()).isEqualTo(theirs);
    assertThat(f.only().accountingDate()).isEqualTo(theirs);
    assertThat(booked()).isEqualTo(theirs);
    assertThat(f.receipts.find(f.serial()).orElseThrow().text()).contains(theirs.toString());
    f.assertSound();
  }

  @Test
  void isTheirsAlsoIfItIsKnownLater() {
    f.billing.utility().bookOn(TODAY.plusDays(1));
    f.billing.next(Fault.LOSE_ANSWER);
    assertThat(f.pay(1, 1234)).isInstanceOf(Reply.InDoubt.class);
    assertThat(f.only().accountingDate()).as("as intended").isEqualTo(TODAY);
    f.resolveAll();

    assertThat(f.only().accountingDate()).isEqualTo(TODAY.plusDays(1));
    assertThat(booked()).isEqualTo(TODAY.plusDays(1));
    f.assertSound();
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 2, 365})
  void isNotBelievedIfItIsMoreThanADayOff(int difference) {
    f.billing.utility().bookOn(TODAY.plusDays(difference));

    assertThat(f.pay(1, 1234)).isInstanceOf(Reply.InDoubt.class);
    f.resolveAll();

    assertThat(f.state()).isEqualTo(TransactionState.IN_DOUBT);
    assertThat(f.engine.story(f.serial())).anyMatch(s -> s.words().contains("accounting day"));
    assertThat(f.entry(EntryKind.SALE, f.serial())).isEmpty();
    assertThat(f.line().reserved()).as("still held").isEqualTo(Money.parse("12.34"));
  }

  @Test
  void ofAReversalIsThatOfItsTransaction() {
    f.billing.utility().bookOn(TODAY.plusDays(1));
    f.pay(1, 1234);

    Reply.Reversed reversed = (Reply.Reversed) f.reverse(1, 1234);

    assertThat(
            f.entry(EntryKind.REVERSAL, reversed.reversalSerial()).orElseThrow().accountingDate())
        .isEqualTo(TODAY.plusDays(1));
    f.assertSound();
  }

  @Test
  void ofTheBillingSystemThatIsYetToEndForbidsAReversalHere() {
    f.clock.advance(Duration.ofHours(16));
    f.billing.utility().bookOn(TODAY);
    f.pay(1, 1234);

    Reply.Refused refused = (Reply.Refused) f.reverse(1, 1234);

    assertThat(refused.reason()).isEqualTo(Refusal.NOT_REVERSIBLE);
    assertThat(refused.text()).contains("SAME_ACCOUNTING_DAY");
    f.assertSound();
  }

  @Test
  void thatEndsLeavesWhatIsInDoubtInDoubt() {
    f.billing.next(Fault.LOSE_ANSWER);
    f.pay(1, 1234);
    for (int i = 0; i < 3; i++) {
      f.billing.next(Fault.DAY_END);
      f.resolveAll();

      assertThat(((Reply.TransactionFound) f.ask(1)).status()).isEqualTo(Status.IN_DOUBT);
      assertThat(f.pay(1, 1234)).isInstanceOf(Reply.InDoubt.class);
    }
    f.resolveAll();

    assertThat(((Reply.TransactionFound) f.ask(1)).status()).isEqualTo(Status.COMPLETED);
    f.assertSound();
  }

  @Test
  void thatEndsPutsAReversalOff() {
    f.pay(1, 1234);
    f.billing.next(Fault.DAY_END);

    assertThat(f.reverse(1, 1234)).isInstanceOf(Reply.InDoubt.class);

    assertThat(((Reply.TransactionFound) f.ask(1)).status()).isEqualTo(Status.IN_DOUBT);
    f.resolveAll();
    assertThat(f.state()).isEqualTo(TransactionState.REVERSED);
    f.assertSound();
  }

  @Test
  void thatEndsDeclinesWhatIsNew() {
    f.billing.next(Fault.DAY_END);

    Reply.Refused refused = (Reply.Refused) f.pay(1, 1234);

    assertThat(refused.reason()).isEqualTo(Refusal.BILLING_UNAVAILABLE);
    assertThat(f.billing.count()).isZero();
    f.assertSound();
  }
}
