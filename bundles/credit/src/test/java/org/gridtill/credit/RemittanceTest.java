package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.credit.Office.yuan;

import java.time.Duration;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.FundBatch.State;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemittanceTest {

  private final Office office = new Office();
  private final RemittanceDesk remittances = office.remittances;
  private final Holder county = office.desk.agency("P001", null, "900.00");
  private final Holder shop = office.desk.agency("A001", "P001", "500.00");
  private final Holder carl = office.desk.collector("A001", "C01", "100.00");
  private final Holder dora = office.desk.collector("A001", "C02", "100.00");

  @AfterEach
  void close() {
    office.requireBooksAgree();
    office.close();
  }

  @Test
  void theWholeWay() {
    office.collect(carl, "60.00");
    office.collect(dora, "30.00");
    office.collect(shop, "10.00");
    FundBatch closed = remittances.close(shop, "anna");

    assertThat(closed.reference()).isEqualTo("GT00000001");
    assertThat(closed.state()).isEqualTo(State.CLOSED);
    assertThat(closed.transactions()).isEqualTo(3);
    assertThat(closed.due()).isEqualTo(closed.collected()).isEqualTo(yuan("100.00"));
    assertThat(closed.firstDay()).isEqualTo("2026-11-23").isEqualTo(closed.lastDay());
    assertThat(office.desk.line(carl).available()).isEqualTo(yuan("40.00"));
    assertThat(remittances.declare(1, yuan("100.00"), "anna").state()).isEqualTo(State.DECLARED);
    assertThat(remittances.deposited(1, "S7", yuan("100.00"), "anna").state())
        .isEqualTo(State.DEPOSITED);
    assertThat(office.position(shop)).as("not before it arrives").isEqualTo(yuan("-100.00"));
    office.statement("B1|100.00|GT00000001");

    FundBatch arrived = remittances.find(1).orElseThrow();
    assertThat(arrived.state()).isEqualTo(State.ARRIVED);
    assertThat(arrived.settledAt()).isEqualTo(office.desk.clock.now());
    assertThat(arrived.missing()).isEqualTo(Money.ZERO);
    assertThat(arrived.note()).isEqualTo("slips S7 of 100.00");
    for (Holder holder : List.of(county, shop, carl, dora)) {
      assertThat(office.position(holder)).as(holder.toString()).isEqualTo(Money.ZERO);
    }
    assertThat(office.balance("bank")).isEqualTo(yuan("100.00"));
    assertThat(office.balance("utility/energy")).isEqualTo(yuan("-100.00"));
    assertThat(office.notices(NoticeKind.REMITTANCE_ARRIVED))
        .extracting(Notice::audience, Notice::values)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A001", List.of("A001", "GT00000001", "100.00")));
  }

  @Test
  void theJournalSaysWhoOwesWhatWhen() {
    office.collect(carl, "60.00");
    office.collect(shop, "10.00");
    remittances.close(shop, "anna");
    office.statement("B1|70.00|GT00000001");

    assertThat(office.journal.find(new EntryKey(EntryKind.BANK, 1)).orElseThrow().postings())
        .containsExactly(
            new Posting("bank", yuan("70.00")), new Posting("agency/A001", yuan("-70.00")));
    assertThat(office.journal.find(new EntryKey(EntryKind.REMITTANCE, 1)).orElseThrow().postings())
        .containsExactly(
            new Posting("collector/A001/C01", yuan("-60.00")),
            new Posting("agency/A001", yuan("60.00")));
  }

  @Test
  void whatTheAgencyItselfCollectedNeedsNoEntry() {
    office.collect(shop, "10.00");
    remittances.close(shop, "anna");
    office.statement("B1|10.00|GT00000001");

    assertThat(office.journal.find(new EntryKey(EntryKind.REMITTANCE, 1))).isEmpty();
    assertThat(remittances.find(1).orElseThrow().state()).isEqualTo(State.ARRIVED);
  }

  @Test
  void severalBatchesADayOfCollectorsAndTheAgency() {
    office.collect(carl, "60.00");
    office.collect(dora, "30.00");
    assertThat(remittances.close(carl, "carl").due()).isEqualTo(yuan("60.00"));
    office.collect(carl, "5.00");
    assertThat(remittances.close(carl, "carl").due()).isEqualTo(yuan("5.00"));
    office.collect(carl, "7.00");
    assertThat(remittances.close(shop, "anna").due()).isEqualTo(yuan("37.00"));
    office.statement("B1|5.00|GT00000002", "B2|37.00|gt00000003 today");

    assertThat(office.position(shop)).isEqualTo(yuan("-60.00"));
    assertThat(office.position(carl)).isEqualTo(yuan("-60.00"));
    assertThat(office.position(dora)).isEqualTo(Money.ZERO);
    assertThat(remittances.list("A001", true, 10))
        .extracting(FundBatch::number)
        .containsExactly(1L);
    assertThat(remittances.list(null, false, 2))
        .extracting(FundBatch::number)
        .containsExactly(3L, 2L);
    assertThatThrownBy(() -> remittances.close(shop, "anna"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A001 has nothing to remit");
    office.collect(carl, "1.00");
    assertThat(remittances.close(carl, "carl").number()).as("without a gap").isEqualTo(4);
  }

  @Test
  void ownMoneyIsDrawnFirst() {
    office.statement("B1|80.00|FLOAT A001");
    office.collect(carl, "60.00");
    FundBatch covered = remittances.close(shop, "anna");

    assertThat(covered.due()).isEqualTo(Money.ZERO);
    assertThat(covered.state()).isEqualTo(State.ARRIVED);
    assertThat(office.position(carl)).as("owes nothing").isEqualTo(Money.ZERO);
    assertThat(office.position(shop)).isEqualTo(yuan("20.00"));
    office.collect(dora, "50.00");
    FundBatch rest = remittances.close(dora, "dora");
    assertThat(rest.due()).as("what own money does not cover").isEqualTo(yuan("30.00"));
    office.statement("B2|30.00|GT00000002");
    assertThat(office.position(shop)).isEqualTo(Money.ZERO);
    assertThat(office.position(dora)).isEqualTo(Money.ZERO);
  }

  @Test
  void whatIsDueOfOneBatchIsNotDueOfAnother() {
    office.statement("B1|20.00|FLOAT A001");
    office.collect(carl, "50.00");
    assertThat(remittances.close(carl, "carl").due()).isEqualTo(yuan("30.00"));
    office.collect(dora, "40.00");
    assertThat(remittances.close(dora, "dora").due()).isEqualTo(yuan("40.00"));
    office.statement("B2|10.00|FLOAT A001");
    office.collect(dora, "10.00");
    assertThat(remittances.close(dora, "dora").due())
        .as("70 of 70 are asked for")
        .isEqualTo(Money.ZERO);
  }

  @Test
  void tooLittleFreesWhatArrivedAndTheRestStaysUsed() {
    office.collect(carl, "60.00");
    remittances.close(carl, "carl");
    office.statement("B1|45.00|GT00000001");

    FundBatch part = remittances.find(1).orElseThrow();
    assertThat(part.state()).isEqualTo(State.SHORT);
    assertThat(part.missing()).isEqualTo(yuan("15.00"));
    assertThat(office.position(shop)).isEqualTo(yuan("-15.00"));
    assertThat(office.position(carl)).as("until it is settled").isEqualTo(yuan("-60.00"));
    assertThat(office.notices(NoticeKind.REMITTANCE_SHORT))
        .extracting(Notice::values)
        .containsExactly(List.of("A001", "GT00000001", "60.00", "15.00"));
    office.statement("B2|15.00|GT00000001");
    assertThat(remittances.find(1).orElseThrow().state()).isEqualTo(State.ARRIVED);
    assertThat(office.position(carl)).isEqualTo(Money.ZERO);
  }

  @Test
  void anAcceptedShortageIsTheAgencysDebt() {
    office.collect(carl, "60.00");
    remittances.close(shop, "anna");
    assertThatThrownBy(() -> remittances.acceptShortage(1, "bert", "lost"))
        .hasMessage("fund batch 1 is CLOSED");
    office.statement("B1|45.00|GT00000001");
    assertThatThrownBy(() -> remittances.acceptShortage(1, "anna", "lost"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("anna has closed the batch; somebody else must accept the shortage");
    FundBatch accepted = remittances.acceptShortage(1, "bert", "lost on the way");

    assertThat(accepted.state()).isEqualTo(State.ARRIVED);
    assertThat(accepted.missing()).isEqualTo(yuan("15.00"));
    assertThat(accepted.note()).isEqualTo("shortage accepted by bert: lost on the way");
    assertThat(office.position(carl)).isEqualTo(Money.ZERO);
    assertThat(office.position(shop)).isEqualTo(yuan("-15.00"));
    office.collect(dora, "10.00");
    assertThat(remittances.close(shop, "anna").due()).isEqualTo(yuan("10.00"));
    office.statement("B2|15.00|GT00000001");
    assertThat(office.position(shop)).as("it comes after all").isEqualTo(yuan("-10.00"));
    assertThat(office.notices(NoticeKind.OWN_MONEY_ARRIVED)).hasSize(1);
  }

  @Test
  void tooMuchStaysTheAgencysOwn() {
    office.collect(carl, "60.00");
    remittances.close(carl, "carl");
    office.statement("B1|75.00|GT00000001");

    assertThat(remittances.find(1).orElseThrow().missing()).isEqualTo(yuan("-15.00"));
    assertThat(office.position(shop)).isEqualTo(yuan("15.00"));
    assertThat(office.position(county)).isEqualTo(yuan("15.00"));
    assertThat(office.position(carl)).isEqualTo(Money.ZERO);
  }

  @Test
  void aBatchIsOpenedAgainOnlyWhileNobodyHasDeclaredIt() {
    office.collect(carl, "60.00");
    remittances.close(shop, "anna");
    remittances.reopen(1, "anna");

    assertThat(remittances.find(1)).isEmpty();
    office.collect(carl, "1.00");
    FundBatch again = remittances.close(shop, "anna");
    assertThat(again.number()).as("a number is good for one batch").isEqualTo(2);
    assertThat(again.due()).isEqualTo(yuan("61.00"));
    remittances.declare(2, yuan("61.00"), "anna");
    assertThatThrownBy(() -> remittances.reopen(2, "anna"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("fund batch 2 is DECLARED");
    office.statement("B1|60.00|GT00000001");
    assertThat(office.bank.unmatched()).as("of a batch that is no more").hasSize(1);
    assertThat(office.desk.register.history(shop, 9))
        .extracting(change -> change.person() + " " + change.words())
        .startsWith(
            "anna declares fund batch GT00000002",
            "anna closes fund batch GT00000002",
            "anna opens fund batch GT00000001 again",
            "anna closes fund batch GT00000001");
  }

  @Test
  void declaresWhatIsDueAndNotesEachSlipOnce() {
    office.collect(carl, "60.00");
    remittances.close(carl, "carl");
    assertThatThrownBy(() -> remittances.deposited(1, "S1", yuan("1.00"), "carl"))
        .hasMessage("fund batch 1 is CLOSED");
    assertThatThrownBy(() -> remittances.declare(1, yuan("59.99"), "carl"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("60.00 is due for fund batch 1, not 59.99");
    remittances.declare(1, yuan("60.00"), "carl");
    assertThatThrownBy(() -> remittances.declare(1, yuan("60.00"), "carl"))
        .hasMessage("fund batch 1 is DECLARED");
    remittances.deposited(1, "S1", yuan("40.00"), "carl");
    office.desk.clock.now = office.desk.clock.now.plus(Duration.ofMinutes(1));
    remittances.deposited(1, "S0", yuan("20.00"), "carl");
    FundBatch twice = remittances.deposited(1, "S1", yuan("40.00"), "carl");

    assertThat(twice.deposited()).isEqualTo(yuan("60.00"));
    assertThat(twice.note()).isEqualTo("slips S1 of 40.00, S0 of 20.00");
    assertThatThrownBy(() -> remittances.deposited(1, "S1", yuan("41.00"), "carl"))
        .hasMessage("slip S1 was noted with 40.00, not 41.00");
    assertThatThrownBy(() -> remittances.deposited(1, "S2", Money.ZERO, "carl"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> remittances.deposited(9, "S2", yuan("1.00"), "carl"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no fund batch 9");
  }

  @Test
  void aSlipOfWhatIsMissingLeavesABatchShort() {
    office.collect(carl, "60.00");
    remittances.close(carl, "carl");
    office.statement("B1|45.00|GT00000001");

    assertThat(remittances.deposited(1, "S1", yuan("15.00"), "carl").state())
        .isEqualTo(State.SHORT);
    office.statement("B2|15.00|GT00000001");
    assertThatThrownBy(() -> remittances.deposited(1, "S2", yuan("1.00"), "carl"))
        .hasMessage("fund batch 1 is ARRIVED");
  }

  @Test
  void whoeverLeavesIsClosedWhenTheMoneyIsIn() {
    office.collect(carl, "60.00");
    remittances.close(shop, "anna");
    office.desk.register.close(carl, "anna", "leaves");
    office.desk.register.close(dora, "anna", "leaves");
    office.desk.register.close(shop, "anna", "gives up");
    office.statement("B1|60.00|GT00000001");

    assertThat(office.desk.line(carl).state()).isEqualTo(HolderState.CLOSED);
    assertThat(office.desk.line(shop).state()).isEqualTo(HolderState.CLOSED);
  }

  @Test
  void knowsNobodyElse() {
    assertThatThrownBy(() -> remittances.close(Holder.parse("A001/C99"), "anna"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no collector A001/C99");
    assertThatThrownBy(() -> remittances.list("A009", true, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> remittances.close(shop, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
