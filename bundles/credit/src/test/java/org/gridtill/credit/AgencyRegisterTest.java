package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Agencies.Contact;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyRegisterTest {

  private static final Money TEN = Money.parse("10.00");

  private final Desk desk = new Desk();
  private final AgencyRegister register = desk.register;
  private final Holder shop = Holder.agency("A001");
  private final Holder collector = Holder.parse("A001/C01");

  AgencyRegisterTest() {
    register.addAgency("P001", "County", null);
    register.addAgency("A001", "Riverside", "P001");
    register.addCollector(collector, "Wang");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whoeverIsNewMayHoldNothing() {
    CreditLine line = desk.line(shop);
    assertThat(line.name()).isEqualTo("Riverside");
    assertThat(line.parentCode()).isEqualTo("P001");
    assertThat(line.state()).isEqualTo(HolderState.ACTIVE);
    assertThat(line.reason()).isEmpty();
    assertThat(line.available()).isEqualTo(Money.ZERO);
    assertThat(desk.line(Holder.agency("P001")).parentCode()).isNull();
    assertThat(desk.line(collector).parentCode()).as("a collector's is its agency").isNull();
    assertThat(desk.credit.list())
        .extracting(l -> l.holder().toString())
        .containsExactly("A001", "A001/C01", "P001");
  }

  @Test
  void nobodyIsAddedTwice() {
    assertThatThrownBy(() -> register.addAgency("A001", "Another", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("agency A001 exists");
    assertThatThrownBy(() -> register.addCollector(collector, "Another"))
        .hasMessage("collector A001/C01 exists");
    assertThat(desk.line(shop).name()).isEqualTo("Riverside");
    register.addCollector(Holder.parse("A001/C02"), "the next one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A 1", "A/1", "A001000000000001", "\u4e00"})
  void anAgencyWithAWrongCodeIsRefused(String code) {
    assertThatThrownBy(() -> register.addAgency(code, "Riverside", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("wrong agency code: " + code);
  }

  @Test
  void wrongNamesAreRefused() {
    assertThatThrownBy(() -> register.addAgency("A002", " ", null))
        .hasMessage("the agency's name must have 1 to 100 characters");
    assertThatThrownBy(() -> register.addCollector(Holder.parse("A001/C02"), "x".repeat(101)))
        .hasMessage("the collector's name must have 1 to 100 characters");
    assertThatThrownBy(() -> register.addCollector(shop, "no code"))
        .hasMessage("a collector needs a code: A001");
    register.addAgency("A002", "\u6c34".repeat(100), null);
    assertThat(desk.line(Holder.agency("A002")).name()).hasSize(100);
  }

  @Test
  void whoStandsAboveMustBeThereAndOpen() {
    assertThatThrownBy(() -> register.addAgency("A002", "Hillside", "P009"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no agency P009");
    assertThatThrownBy(() -> register.addCollector(Holder.parse("A009/C01"), "Li"))
        .hasMessage("there is no agency A009");
    register.close(collector, "anna", "leaves");
    register.close(shop, "anna", "gives up");
    assertThatThrownBy(() -> register.addAgency("A002", "Hillside", "A001"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A001 is closed");
    assertThatThrownBy(() -> register.addCollector(Holder.parse("A001/C02"), "Li"))
        .hasMessage("A001 is closed");
    assertThat(desk.credit.list()).hasSize(3);
  }

  @Test
  void fourAgenciesStandAboveOneAnotherAndNoMore() {
    register.addAgency("A002", "third", "A001");
    register.addAgency("A003", "fourth", "A002");
    assertThatThrownBy(() -> register.addAgency("A004", "fifth", "A003"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("more than 4 agencies would stand above one another");
    register.addCollector(Holder.parse("A003/C01"), "not an agency");

    register.addAgency("B001", "two levels", null);
    register.addAgency("B002", "the lower one", "B001");
    assertThatThrownBy(() -> register.move("B001", "A002", "anna"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("more than 4 agencies would stand above one another");
    register.move("B001", "A001", "anna");
    assertThat(desk.line(Holder.agency("B001")).parentCode()).isEqualTo("A001");
    assertThat(desk.line(Holder.agency("B002")).parentCode()).isEqualTo("B001");
  }

  @Test
  void messagesGoWhereTheContactSays() {
    assertThat(register.contact(shop)).isEqualTo(new Contact("", "zh"));
    register.contact(shop, "13800000000", "en");
    assertThat(register.contact(shop)).isEqualTo(new Contact("13800000000", "en"));
    assertThat(register.contact(collector)).isEqualTo(new Contact("", "zh"));
    register.contact(shop, "", "en");
    assertThat(register.contact(shop)).isEqualTo(new Contact("", "en"));

    assertThatThrownBy(() -> register.contact(shop, "1", "fr"))
        .hasMessage("the language is zh or en, not fr");
    assertThatThrownBy(() -> register.contact(shop, "1".repeat(65), "zh"))
        .hasMessage("the contact must have at most 64 characters");
    assertThatThrownBy(() -> register.contact(Holder.agency("A009"), "1", "zh"))
        .hasMessage("there is no agency A009");
    assertThatThrownBy(() -> register.contact(Holder.agency("A009")))
        .hasMessage("there is no agency A009");
  }

  @Test
  void aSuspensionLastsUntilItIsResumedAndIsToldEachTime() {
    register.suspend(shop, "anna", "an audit");
    assertThat(desk.line(shop).state()).isEqualTo(HolderState.SUSPENDED);
    assertThat(desk.line(shop).reason()).isEqualTo("an audit");
    assertThat(desk.line(collector).state()).as("its own").isEqualTo(HolderState.ACTIVE);
    assertThatThrownBy(() -> register.suspend(shop, "bert", "another"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A001 is suspended");
    register.resume(shop, "bert");
    assertThat(desk.line(shop).state()).isEqualTo(HolderState.ACTIVE);
    assertThat(desk.line(shop).reason()).isEmpty();
    assertThatThrownBy(() -> register.resume(shop, "bert"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A001 is not suspended");
    register.suspend(collector, "anna", "a lost card");

    assertThat(desk.told.notices)
        .extracting(Notice::kind, Notice::audience, Notice::values)
        .containsExactly(
            tuple(NoticeKind.SUSPENDED, "A001", List.of("A001", "an audit")),
            tuple(NoticeKind.RESUMED, "A001", List.of("A001")),
            tuple(NoticeKind.SUSPENDED, "A001", List.of("A001/C01", "a lost card")));
  }

  @Test
  void whoIsSuspendedAgainIsToldAgain() {
    for (int i = 0; i < 2; i++) {
      register.suspend(shop, "anna", "an audit");
      register.resume(shop, "anna");
    }
    assertThat(desk.told.notices).hasSize(4);
    assertThat(desk.told.notices).extracting(Notice::eventKey).doesNotHaveDuplicates();
  }

  @Test
  void aSuspensionByHandReplacesTheAutomaticOne() {
    register.suspend(shop, HolderState.SUSPENDED_LATE, "the platform", "late");
    assertThat(desk.line(shop).state()).isEqualTo(HolderState.SUSPENDED_LATE);
    register.suspend(shop, "anna", "and a dispute");
    assertThat(desk.line(shop).state()).isEqualTo(HolderState.SUSPENDED);
    register.resume(shop, "anna");
    register.suspend(shop, HolderState.SUSPENDED_LATE, "the platform", "late again");
    register.resume(shop, "anna");
    assertThat(desk.line(shop).state()).isEqualTo(HolderState.ACTIVE);
  }

  @Test
  void aLongReasonIsKeptWholeAndToldInPart() {
    String reason = "x".repeat(98) + "\ud83d\udca1" + "y".repeat(100);
    register.suspend(shop, "anna", reason);
    assertThat(desk.line(shop).reason()).isEqualTo(reason);
    assertThat(desk.told.notices.get(0).values())
        .containsExactly("A001", "x".repeat(98) + "\u2026");
  }

  @Test
  void whoeverActsSaysWhoAndWhy() {
    assertThatThrownBy(() -> register.suspend(shop, "anna", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the reason must have 1 to 200 characters");
    assertThatThrownBy(() -> register.close(shop, "anna", "x".repeat(201)))
        .hasMessage("the reason must have 1 to 200 characters");
    assertThatThrownBy(() -> register.resume(shop, ""))
        .hasMessage("the person must have 1 to 64 characters");
    assertThatThrownBy(() -> register.move("A001", null, null))
        .hasMessage("the person must have 1 to 64 characters");
    assertThatThrownBy(() -> register.suspend(Holder.parse("A001/C09"), "anna", "why"))
        .hasMessage("there is no collector A001/C09");
    assertThat(register.history(shop, 10)).isEmpty();
  }

  @Test
  void whatWasHeldIsOwedUntilItIsClosed() {
    desk.limit(Holder.agency("P001"), "100.00");
    desk.limit(shop, "100.00");
    desk.limit(collector, "100.00");
    desk.credit.reserve(collector, TEN, Desk.PAYMENT);
    assertThat(register.close(collector, "anna", "leaves")).isEqualTo(HolderState.CLOSING);
    assertThatThrownBy(() -> register.close(collector, "anna", "leaves"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A001/C01 is closed");
    assertThatThrownBy(() -> register.suspend(collector, "anna", "why"))
        .hasMessage("A001/C01 is closed");

    desk.credit.release(collector, TEN, Desk.PAYMENT);

    assertThat(desk.line(collector).state()).isEqualTo(HolderState.CLOSED);
    assertThat(desk.line(collector).reason()).isEqualTo("leaves");
    assertThat(register.close(shop, "anna", "gives up")).isEqualTo(HolderState.CLOSED);
  }

  @Test
  void whoHasPaidInIsNotClosedBeforeItHasItBack() {
    register.close(collector, "anna", "leaves");
    desk.credit.change(shop, new Levels.Change(0, 3000), Desk.PAYMENT);

    assertThat(register.close(shop, "anna", "gives up")).isEqualTo(HolderState.CLOSING);
    desk.credit.change(shop, new Levels.Change(0, -3000), Desk.PAYMENT);

    assertThat(desk.line(shop).state()).isEqualTo(HolderState.CLOSED);
  }

  @Test
  void aSuspendedOneIsClosedToo() {
    register.suspend(collector, "anna", "a lost card");
    assertThat(register.close(collector, "anna", "leaves")).isEqualTo(HolderState.CLOSED);
    assertThatThrownBy(() -> register.close(Holder.agency("P001"), "anna", "gives up"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("1 collectors or agencies below P001 are not closed");
  }

  @Test
  void aMoveNeedsAPlace() {
    assertThatThrownBy(() -> register.move("A009", "P001", "anna"))
        .hasMessage("there is no agency A009");
    assertThatThrownBy(() -> register.move("A001", "P009", "anna"))
        .hasMessage("there is no agency P009");
    assertThatThrownBy(() -> register.move("A001", "P001", "anna"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A001 is there");
    assertThatThrownBy(() -> register.move("A001", "A001", "anna"))
        .hasMessage("A001 is below A001");
    register.addAgency("P002", "closed", null);
    register.close(Holder.agency("P002"), "anna", "gives up");
    assertThatThrownBy(() -> register.move("A001", "P002", "anna")).hasMessage("P002 is closed");
    assertThatThrownBy(() -> register.move("P002", "P001", "anna")).hasMessage("P002 is closed");
    assertThat(desk.line(shop).parentCode()).isEqualTo("P001");
    register.move("A001", null, "anna");
    assertThat(desk.line(shop).parentCode()).isNull();
  }

  @Test
  void whatStaysAboveIsLeftAlone() {
    Holder county = Holder.agency("P001");
    desk.limit(county, "100.00");
    desk.limit(shop, "100.00");
    desk.limit(collector, "100.00");
    register.addAgency("A002", "Hillside", "P001");
    desk.limit(Holder.agency("A002"), "100.00");
    desk.credit.reserve(collector, TEN, Desk.PAYMENT);
    desk.credit.commit(collector, TEN, Desk.PAYMENT);

    register.move("A001", "A002", "anna");

    assertThat(desk.line(county).used()).isEqualTo(TEN);
    assertThat(desk.line(Holder.agency("A002")).used()).isEqualTo(TEN);
    desk.credit.restore(collector, TEN, Desk.PAYMENT);
    assertThat(desk.line(county).used()).isEqualTo(Money.ZERO);
    assertThat(desk.line(Holder.agency("A002")).used()).isEqualTo(Money.ZERO);
  }
}
