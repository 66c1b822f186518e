package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.credit.Office.yuan;

import java.time.Duration;
import java.util.List;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.CreditRefusal.Reason;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatenessTest {

  private final Office office = new Office();
  private final Lateness lateness = office.lateness(2, true);
  private final Holder shop = office.desk.agency("A001", null, "500.00");
  private final Holder carl = office.desk.collector("A001", "C01", "100.00");

  @AfterEach
  void close() {
    office.close();
  }

  private void days(int days) {
    office.desk.clock.now = office.desk.clock.now.plus(Duration.ofDays(days));
  }

  private HolderState look() {
    lateness.candidates().forEach(lateness::look);
    return office.desk.line(shop).state();
  }

  @Test
  void stopsOnTheDayAfterTheLastDayAndGoesOnWhenTheMoneyIsIn() {
    office.collect(carl, "60.00");
    assertThat(look()).isEqualTo(HolderState.ACTIVE);
    days(2);
    assertThat(look()).isEqualTo(HolderState.ACTIVE);
    days(1);
    assertThat(look()).isEqualTo(HolderState.SUSPENDED_LATE);
    CreditLine line = office.desk.line(shop);
    assertThat(line.reason()).isEqualTo("the money of 2026-11-23 has not arrived");
    assertThat(office.desk.credit.reserve(carl, yuan("1.00"), Desk.PAYMENT).orElseThrow().reason())
        .isEqualTo(Reason.SUSPENDED);
    assertThat(office.notices(NoticeKind.REMITTANCE_LATE))
        .extracting(Notice::eventKey, Notice::values)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "REMITTANCE_LATE/A001/2026-11-26", List.of("A001", "2026-11-23")));
    assertThat(look()).isEqualTo(HolderState.SUSPENDED_LATE);
    assertThat(office.notices(NoticeKind.REMITTANCE_LATE)).as("once a day").hasSize(1);

    office.remittances.close(shop, "anna");
    assertThat(look()).as("a batch is no money").isEqualTo(HolderState.SUSPENDED_LATE);
    office.statement("B1|59.99|GT00000001");
    assertThat(office.desk.line(shop).state()).isEqualTo(HolderState.SUSPENDED_LATE);
    office.statement("B2|0.01|GT00000001");
    assertThat(office.desk.line(shop).state()).as("at once").isEqualTo(HolderState.ACTIVE);
    assertThat(office.notices(NoticeKind.RESUMED)).hasSize(1);
  }

  @Test
  void tellsOnceADay() {
    office.collect(carl, "60.00");
    days(3);
    look();
    days(1);
    look();
    look();
    assertThat(office.notices(NoticeKind.REMITTANCE_LATE)).hasSize(2);
    assertThat(office.notices(NoticeKind.SUSPENDED)).hasSize(1);
  }

  @Test
  void whoeverIsResumedByAPersonGoesOnForTheDay() {
    office.collect(carl, "60.00");
    days(3);
    look();
    office.desk.register.resume(shop, "anna");
    assertThat(look()).isEqualTo(HolderState.ACTIVE);
    days(1);
    assertThat(look()).isEqualTo(HolderState.SUSPENDED_LATE);
  }

  @Test
  void neverLiftsASuspensionByAPerson() {
    office.collect(carl, "60.00");
    office.desk.register.suspend(shop, "anna", "an audit");
    days(3);
    assertThat(look()).isEqualTo(HolderState.SUSPENDED);
    office.remittances.close(shop, "anna");
    office.statement("B1|60.00|GT00000001");
    assertThat(look()).isEqualTo(HolderState.SUSPENDED);
  }

  @Test
  void ownMoneyIsNeverLate() {
    office.statement("B1|60.00|FLOAT A001");
    office.collect(carl, "60.00");
    days(9);
    assertThat(look()).isEqualTo(HolderState.ACTIVE);
    office.collect(carl, "0.01");
    assertThat(look()).isEqualTo(HolderState.SUSPENDED_LATE);
    office.statement("B2|0.01|FLOAT A001");
    assertThat(office.desk.line(shop).state()).isEqualTo(HolderState.ACTIVE);
    office.collect(carl, "0.01");
    assertThat(look()).as("late again on the same day").isEqualTo(HolderState.SUSPENDED_LATE);
  }

  @Test
  void anAcceptedShortageIsNotLate() {
    office.collect(carl, "60.00");
    office.remittances.close(shop, "anna");
    office.statement("B1|50.00|GT00000001");
    days(3);
    assertThat(look()).isEqualTo(HolderState.SUSPENDED_LATE);
    office.remittances.acceptShortage(1, "bert", "lost");
    assertThat(look()).isEqualTo(HolderState.ACTIVE);
  }

  @Test
  void onlyTellsIfItIsToldSo() {
    Lateness gentle = office.lateness(0, false);
    office.collect(carl, "60.00");
    days(1);
    gentle.look("A001");
    assertThat(office.desk.line(shop).state()).isEqualTo(HolderState.ACTIVE);
    assertThat(office.notices(NoticeKind.REMITTANCE_LATE)).hasSize(1);
  }

  @Test
  void nodesThatLookAtOnceActOnce() throws Exception {
    office.collect(carl, "60.00");
    days(3);
    Together.run(4, () -> office.lateness(2, true).look("A001"));
    assertThat(office.notices(NoticeKind.REMITTANCE_LATE)).hasSize(1);
    assertThat(office.notices(NoticeKind.SUSPENDED)).hasSize(1);
  }
}
