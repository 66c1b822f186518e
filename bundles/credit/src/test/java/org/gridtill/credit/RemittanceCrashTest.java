package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.credit.Office.yuan;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.credit.FundBatch.State;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.transactions.CollectedMoney;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever breaks at whichever moment, nothing is half done, and the same can be done again. */
class RemittanceCrashTest {

  private final Office office = new Office();
  private final Holder shop = office.desk.agency("A001", null, "500.00");
  private final Holder carl = office.desk.collector("A001", "C01", "100.00");
  private int callsUntilCrash;

  @AfterEach
  void close() {
    office.requireBooksAgree();
    office.close();
  }

  /** Fails before or after the call that the count is at. */
  private <T> T fragile(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              crash();
              try {
                Object result = method.invoke(real, arguments);
                crash();
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private void crash() {
    if (--callsUntilCrash == 0) {
      throw new IllegalStateException("crash");
    }
  }

  private RemittanceDesk remittances() {
    return office.remittances(
        fragile(CollectedMoney.class, office.money),
        fragile(Journal.class, office.journal.service));
  }

  private BankDesk bank(List<Notice> told) {
    Outbox outbox = fragile(Outbox.class, new Told(told).outbox());
    return office.bank(fragile(Journal.class, office.journal.service), outbox);
  }

  /** Keeps what was told in the end, which a crash takes back. */
  private record Told(List<Notice> notices) {

    Outbox outbox() {
      return (Outbox)
          Proxy.newProxyInstance(
              Outbox.class.getClassLoader(),
              new Class<?>[] {Outbox.class},
              (proxy, method, arguments) -> notices.add((Notice) arguments[0]) ? null : null);
    }
  }

  /**
   * Does something again and again, each time with a crash one call later, until it comes through.
   *
   * @return how often it crashed
   */
  private int untilItComesThrough(Runnable action) {
    List<String> before = office.everything();
    office.desk.database.failNextCommit();
    callsUntilCrash = Integer.MAX_VALUE;
    assertThatThrownBy(action::run).hasMessage("the database is away");
    assertThat(office.everything()).isEqualTo(before);
    for (int crashes = 0; ; crashes++) {
      callsUntilCrash = crashes + 1;
      try {
        action.run();
        return crashes;
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("crash");
        assertThat(office.everything()).as("after crash %s", crashes + 1).isEqualTo(before);
      }
    }
  }

  @Test
  void closing() {
    office.collect(carl, "60.00");
    assertThat(untilItComesThrough(() -> remittances().close(shop, "anna"))).isEqualTo(2);
    assertThat(office.remittances.find(1).orElseThrow().due()).isEqualTo(yuan("60.00"));
  }

  @Test
  void closingWhatOwnMoneyCovers() {
    office.statement("B1|60.00|FLOAT A001");
    office.collect(carl, "60.00");
    assertThat(untilItComesThrough(() -> remittances().close(shop, "anna"))).isEqualTo(4);
    assertThat(office.remittances.find(1).orElseThrow().state()).isEqualTo(State.ARRIVED);
  }

  @Test
  void openingAgain() {
    office.collect(carl, "60.00");
    office.remittances.close(shop, "anna");
    assertThat(untilItComesThrough(() -> remittances().reopen(1, "anna"))).isEqualTo(2);
    assertThat(office.remittances.close(shop, "anna").collected()).isEqualTo(yuan("60.00"));
  }

  @Test
  void declaringDepositingAndAccepting() {
    office.collect(carl, "60.00");
    office.remittances.close(shop, "anna");
    untilItComesThrough(() -> remittances().declare(1, yuan("60.00"), "anna"));
    untilItComesThrough(() -> remittances().deposited(1, "S1", yuan("60.00"), "anna"));
    assertThat(untilItComesThrough(() -> remittances().acceptShortage(1, "bert", "lost")))
        .isEqualTo(2);
    assertThat(office.position(carl)).isEqualTo(yuan("0.00"));
    assertThat(office.position(shop)).isEqualTo(yuan("-60.00"));
  }

  @Test
  void importing() {
    office.collect(carl, "60.00");
    office.remittances.close(carl, "carl");
    List<Notice> told = new ArrayList<>();
    int crashes =
        untilItComesThrough(
            () -> {
              told.clear();
              Office.statement(
                  bank(told),
                  "B1|40.00|GT00000001",
                  "B2|20.00|GT00000001",
                  "B3|5.00|FLOAT A001",
                  "B4|-1.00|FLOAT A001",
                  "B5|7.00|who knows");
            });

    assertThat(crashes).as("six entries and three notices, before and after").isEqualTo(18);
    assertThat(told).hasSize(3);
    assertThat(office.position(shop)).isEqualTo(yuan("4.00"));
    assertThat(office.position(carl)).isEqualTo(yuan("0.00"));
  }

  @Test
  void assigning() {
    office.statement("B1|60.00|who knows");
    assertThat(untilItComesThrough(() -> bank(new ArrayList<>()).assign("B1", "A001", "finn")))
        .isEqualTo(4);
    assertThat(office.position(shop)).isEqualTo(yuan("60.00"));
  }
}
