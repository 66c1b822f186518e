package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.credit.Office.yuan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.FundBatch.State;
import org.gridtill.api.platform.credit.Holder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemittanceRaceTest {

  private final Office office = new Office();
  private final Holder county = office.desk.agency("P001", null, "90000.00");
  private final Holder shop = office.desk.agency("A001", "P001", "50000.00");
  private final Holder kiosk = office.desk.agency("A002", "P001", "50000.00");
  private final Holder carl = office.desk.collector("A001", "C01", "10000.00");
  private final Holder dora = office.desk.collector("A002", "C01", "10000.00");

  @AfterEach
  void close() {
    office.requireBooksAgree();
    office.close();
  }

  @Test
  void ofSeveralWhoCloseOneDoes() throws Exception {
    office.collect(carl, "60.00");
    Callable<Object> close = () -> office.remittances.close(shop, "anna").number();
    Callable<Object> closeCollector = () -> office.remittances.close(carl, "carl").number();

    assertThat(Together.outcomes(List.of(close, close, closeCollector)))
        .filteredOn(outcome -> !outcome.endsWith("has nothing to remit"))
        .containsExactly("1");
    assertThat(office.remittances.list(null, false, 9)).hasSize(1);
  }

  @Test
  void aStatementImportedTwiceAtOnceCountsOnce() throws Exception {
    office.collect(carl, "60.00");
    office.remittances.close(carl, "carl");
    Callable<Object> load =
        () -> office.statement("B1|60.00|GT00000001", "B2|5.00|FLOAT A001").known();

    assertThat(Together.outcomes(List.of(load, load, load)))
        .containsExactlyInAnyOrder("0", "2", "2");
    assertThat(office.position(shop)).isEqualTo(yuan("5.00"));
    assertThat(office.balance("bank")).isEqualTo(yuan("65.00"));
  }

  @Test
  void anAssignmentAtOnceCountsOnce() throws Exception {
    office.statement("B1|60.00|electricity");
    Callable<Object> assign = () -> office.bank.assign("B1", "A001", "finn").agencyCode();

    assertThat(Together.outcomes(List.of(assign, assign)))
        .containsExactlyInAnyOrder("A001", "failed: B1 is money of A001 already");
    assertThat(office.position(shop)).isEqualTo(yuan("60.00"));
  }

  @Test
  void nothingIsBothUndoneAndRemitted() throws Exception {
    for (int round = 1; round <= 10; round++) {
      office.collect(carl, "1.00");
      long undone = office.collect(carl, "2.00");
      List<String> outcomes =
          Together.outcomes(
              List.of(
                  () -> office.remittances.close(shop, "anna").collected(), () -> undo(undone)));

      Money remitted = outcomes.get(1).equals("true") ? yuan("1.00") : yuan("3.00");
      FundBatch batch = office.remittances.find(round).orElseThrow();
      assertThat(batch.collected()).as("round %s: %s", round, outcomes).isEqualTo(remitted);
      assertThat(batch.due()).isEqualTo(remitted);
      office.statement("B" + round + "|" + remitted + "|" + batch.reference());
      assertThat(office.position(shop)).isEqualTo(Money.ZERO);
      assertThat(office.position(carl)).isEqualTo(Money.ZERO);
    }
  }

  /** Undoes a payment as the engine does: the transaction's row first, the holders last. */
  private boolean undo(long number) {
    return office
        .desk
        .database
        .jpa()
        .txExpr(
            TransactionType.Required,
            em -> {
              if (!office.money.undo(em, number)) {
                return false;
              }
              Money amount = yuan("2.00");
              office.journal.post(
                  new JournalEntry(
                      new EntryKey(EntryKind.REVERSAL, number),
                      office.desk.clock.accountingDate(office.desk.clock.now()),
                      office.desk.clock.now(),
                      List.of(
                          new Posting(Accounts.of(carl), amount.negated()),
                          new Posting(Accounts.UTILITY_ENERGY, amount))));
              office.desk.credit.restore(carl, amount, Desk.PAYMENT);
              return true;
            });
  }

  @Test
  void paymentsGoOnWhileOthersRemit() throws Exception {
    for (int i = 0; i < 5; i++) {
      office.collect(carl, "1.00");
      office.collect(dora, "1.00");
    }
    List<Callable<Object>> things = new ArrayList<>();
    things.add(() -> collect(carl, 20));
    things.add(() -> collect(dora, 20));
    things.add(() -> collect(shop, 20));
    things.add(() -> remit(shop, "S"));
    things.add(() -> remit(kiosk, "K"));
    things.add(() -> remit(dora, "D"));
    things.add(this::check);

    assertThat(Together.outcomes(things)).noneMatch(outcome -> outcome.startsWith("failed"));
    for (Holder agency : List.of(shop, kiosk)) {
      tryToClose(agency);
    }
    String[] lines =
        office.remittances.list(null, true, 99).stream()
            .map(batch -> "L" + batch.number() + '|' + batch.missing() + '|' + batch.reference())
            .toArray(String[]::new);
    office.statement(lines);
    assertThat(office.remittances.list(null, true, 99)).isEmpty();
    assertThat(office.position(county)).isEqualTo(Money.ZERO);
    assertThat(office.position(carl)).isEqualTo(Money.ZERO);
    assertThat(office.position(dora)).isEqualTo(Money.ZERO);
  }

  private String check() {
    for (int i = 0; i < 10; i++) {
      assertThat(office.check.findings()).isEmpty();
    }
    return "right";
  }

  private String collect(Holder holder, int times) {
    for (int i = 0; i < times; i++) {
      office.collect(holder, "0.10");
    }
    return "collected";
  }

  private String remit(Holder holder, String prefix) {
    for (int i = 0; i < 8; i++) {
      FundBatch batch = tryToClose(holder);
      if (batch != null && batch.state() != State.ARRIVED) {
        office.statement(prefix + i + '|' + batch.due() + '|' + batch.reference());
      }
    }
    return "remitted";
  }

  private FundBatch tryToClose(Holder holder) {
    try {
      return office.remittances.close(holder, "anna");
    } catch (IllegalStateException e) {
      if (!e.getMessage().endsWith("has nothing to remit")) {
        throw e;
      }
      return null;
    }
  }
}
