package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.credit.Office.yuan;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.credit.BankAccount.Imported;
import org.gridtill.api.platform.credit.BankMovement;
import org.gridtill.api.platform.credit.FundBatch.State;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.files.BadFileException;
import org.gridtill.api.platform.files.BadFileException.BadLine;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BankDeskTest {

  private final Office office = new Office();
  private final BankDesk bank = office.bank;
  private final Holder county = office.desk.agency("P001", null, "100.00");
  private final Holder shop = office.desk.agency("A001", "P001", "500.00");
  private final Holder carl = office.desk.collector("A001", "C01", "100.00");

  @AfterEach
  void close() {
    office.requireBooksAgree();
    office.close();
  }

  @Test
  void ownMoneyComesBeforeCredit() {
    assertThat(office.statement("B1|250.00|FLOAT A001", "B2|50.00|备付金：A001"))
        .isEqualTo(new Imported(0, 2, 0, 0));

    assertThat(office.desk.line(shop).ownMoney()).isEqualTo(yuan("300.00"));
    assertThat(office.desk.line(county).ownMoney()).isEqualTo(yuan("300.00"));
    assertThat(office.notices(NoticeKind.OWN_MONEY_ARRIVED))
        .extracting(Notice::values)
        .containsExactly(List.of("A001", "250.00", "300.00"), List.of("A001", "50.00", "300.00"));
    assertThat(bank.list("A001", 9))
        .extracting(BankMovement::bankReference)
        .containsExactly("B2", "B1");
  }

  @Test
  void whatNobodyCanExplainWaits() {
    office.collect(carl, "60.00");
    office.remittances.close(carl, "carl");
    Imported imported =
        office.statement(
            "B1|60.00|electricity",
            "B2|60.00|GT00000009",
            "B3|60.00|GT00000001 GT00000009",
            "B4|60.00|FLOAT A009",
            "B5|60.00|XGT00000001",
            "B6|60.00|FLOAT A001 or GT00000001",
            "B7|-3.50|account fee",
            "B8|-60.00|GT00000001");

    assertThat(imported).isEqualTo(new Imported(0, 0, 8, 0));
    assertThat(bank.unmatched())
        .extracting(BankMovement::bankReference)
        .containsExactly("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8");
    assertThat(office.balance("suspense/bank")).isEqualTo(yuan("-296.50"));
    assertThat(office.balance("bank")).isEqualTo(yuan("296.50"));
    assertThat(office.position(shop)).isEqualTo(yuan("-60.00"));
    assertThat(office.notices(NoticeKind.BANK_UNMATCHED))
        .hasSize(8)
        .allMatch(notice -> notice.audience().equals(Notice.OPERATIONS));
  }

  @Test
  void aPersonExplainsIt() {
    office.collect(carl, "60.00");
    office.remittances.close(carl, "carl");
    office.statement("B1|60.00|electricity", "B2|5.00|for us");
    BankMovement matched = bank.assign("B1", "GT00000001", "finn");

    assertThat(matched.batch()).isEqualTo(1);
    assertThat(matched.agencyCode()).isEqualTo("A001");
    assertThat(office.remittances.find(1).orElseThrow().state()).isEqualTo(State.ARRIVED);
    assertThat(office.position(carl)).isEqualTo(Money.ZERO);
    assertThat(office.journal.find(new EntryKey(EntryKind.BANK, 3)).orElseThrow().postings())
        .as("after the two of the statement")
        .containsExactly(
            new Posting("suspense/bank", yuan("60.00")),
            new Posting("agency/A001", yuan("-60.00")));
    assertThatThrownBy(() -> bank.assign("B1", "A001", "finn"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("B1 is money of A001 already");
    assertThat(bank.assign("B2", "A001", "finn").batch()).isNull();
    assertThat(office.desk.line(shop).ownMoney()).isEqualTo(yuan("5.00"));
    assertThat(bank.unmatched()).isEmpty();
    assertThat(office.balance("suspense/bank")).isEqualTo(Money.ZERO);
  }

  @Test
  void aPersonNamesWhatThereIs() {
    office.statement("B1|60.00|electricity", "B2|-1.00|fee");

    assertThatThrownBy(() -> bank.assign("B9", "A001", "finn"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no bank movement B9");
    assertThatThrownBy(() -> bank.assign("B1", "A009", "finn"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no agency A009");
    assertThatThrownBy(() -> bank.assign("B1", "GT00000007", "finn"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no fund batch 7");
    assertThatThrownBy(() -> bank.assign("B2", "A001", "finn"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A001 has less than 1.00 of its own");
    assertThatThrownBy(() -> bank.list("A009", 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(bank.unmatched()).hasSize(2);
  }

  @Test
  void ownMoneyIsPaidBackAsFarAsItGoes() {
    office.statement("B1|80.00|FLOAT A001", "B2|-50.00|FLOAT A001");
    assertThat(office.desk.line(shop).ownMoney()).isEqualTo(yuan("30.00"));
    Imported more = office.statement("B3|-30.01|FLOAT A001");
    assertThat(more).isEqualTo(new Imported(0, 0, 1, 0));
    assertThat(office.balance("suspense/bank")).isEqualTo(yuan("30.01"));
    office.desk.register.close(carl, "anna", "leaves");
    assertThat(office.desk.register.close(shop, "anna", "gives up")).isEqualTo(HolderState.CLOSING);
    Imported last = office.statement("B4|-30.00|FLOAT A001");
    assertThat(last).isEqualTo(new Imported(0, 1, 0, 0));
    assertThat(office.desk.line(shop).state()).isEqualTo(HolderState.CLOSED);
    assertThat(office.balance("agency/A001")).isEqualTo(Money.ZERO);
    assertThat(office.statement("B5|10.00|FLOAT A001").unmatched()).as("it is closed").isOne();
    assertThatThrownBy(() -> bank.assign("B5", "A001", "finn")).hasMessage("A001 is closed");
  }

  @Test
  void ownMoneyThatOthersNeedStays() {
    Holder kiosk = office.desk.agency("A002", "P001", "500.00");
    office.statement("B1|80.00|FLOAT A001");
    office.collect(kiosk, "170.00");

    assertThat(office.desk.line(county).available()).isEqualTo(yuan("10.00"));
    assertThat(office.statement("B2|-10.01|FLOAT A001").unmatched()).isOne();
    assertThat(office.statement("B3|-10.00|FLOAT A001").ownMoney()).isOne();
    assertThat(office.desk.line(county).available()).isEqualTo(Money.ZERO);
  }

  @Test
  void ownMoneyThatIsReservedStays() {
    office.desk.limit(shop, "0.00");
    office.statement("B1|80.00|FLOAT A001");
    assertThat(office.desk.credit.reserve(shop, yuan("30.00"), Desk.PAYMENT)).isEmpty();

    assertThat(office.statement("B2|-50.01|FLOAT A001").unmatched()).isOne();
    assertThat(office.statement("B3|-50.00|FLOAT A001").ownMoney()).isOne();
  }

  @Test
  void aPayoutMayUseWhatCameInTheSameStatement() {
    assertThat(office.statement("B1|-80.00|FLOAT A001", "B2|80.00|FLOAT A001").ownMoney())
        .isEqualTo(2);
    assertThat(office.position(shop)).isEqualTo(Money.ZERO);
  }

  @Test
  void whatWasImportedBeforeIsSkipped() {
    office.statement("B1|10.00|FLOAT A001", "B2|20.00|who knows");
    List<String> before = office.everything();

    assertThat(office.statement("B1|10.00|FLOAT A001", "B2|20.00|who knows"))
        .isEqualTo(new Imported(0, 0, 0, 2));
    assertThat(office.everything()).isEqualTo(before);
    assertThat(office.statement("B2|20.00|who knows", "B3|5.00|FLOAT A001"))
        .as("statements overlap")
        .isEqualTo(new Imported(0, 1, 0, 1));
    assertThat(office.position(shop)).isEqualTo(yuan("15.00"));
  }

  @Test
  void eachBadLineIsNamedAndNothingIsImported() {
    office.statement("B1|10.00|FLOAT A001");
    List<String> before = office.everything();
    String csv =
        Office.HEADER
            + "B1,2026-11-23,10.01,,FLOAT A001\n"
            + "B2,2026-11-23,5.00,,FLOAT A001\n"
            + "B3,23.11.2026,5.00,,x\n"
            + "\n"
            + "B4,2026-11-23,5.001,,x\n"
            + "B5,2026-11-23,0.00,,x\n"
            + ",2026-11-23,5.00,,x\n"
            + "B2,2026-11-23,5.00,,again\n"
            + "B6,2026-11-23,5.00,x\n"
            + "B7,2026-11-23,5.00,\"x,open\n"
            + "B8,2026-02-30,5.00,,x\n"
            + "B9,2026-11-23,9999999999999999,,x\n";

    assertThatThrownBy(() -> bank.importStatement(new StringReader(csv), "finn"))
        .isInstanceOfSatisfying(
            BadFileException.class,
            bad ->
                assertThat(bad.lines())
                    .containsExactly(
                        new BadLine(
                            2,
                            "imported before with 10.00 on 2026-11-23; a reference is good for one"
                                + " movement"),
                        new BadLine(4, "not a date such as 2026-11-24: 23.11.2026"),
                        new BadLine(6, "not an amount in yuan: 5.001"),
                        new BadLine(7, "an amount of nothing"),
                        new BadLine(8, "the reference must have 1 to 64 characters"),
                        new BadLine(9, "the reference of line 3"),
                        new BadLine(10, "4 values, not 5"),
                        new BadLine(11, "not comma-separated values; is a quote open?"),
                        new BadLine(12, "not a date such as 2026-11-24: 2026-02-30"),
                        new BadLine(
                            13, "an amount is at most 1000000000000.00, not 9999999999999999.00")));
    assertThat(office.everything()).isEqualTo(before);
  }

  @Test
  void columnsMayStandInAnyOrderButNoneMayMiss() throws IOException {
    String csv = "text,amount,date,reference,payer\nFLOAT A001,10,2026-11-20,B1,\"A, B\"\n";
    assertThat(bank.importStatement(new StringReader(csv), "finn").ownMoney()).isOne();
    assertThat(bank.list("A001", 1).get(0))
        .isEqualTo(
            new BankMovement(
                1,
                "B1",
                java.time.LocalDate.parse("2026-11-20"),
                yuan("10.00"),
                "A, B",
                "FLOAT A001",
                null,
                "A001"));
    assertThatThrownBy(
            () -> bank.importStatement(new StringReader("B1,2026-11-20,10,,x\n"), "finn"))
        .isInstanceOfSatisfying(
            BadFileException.class,
            bad ->
                assertThat(bad.lines())
                    .containsExactly(
                        new BadLine(
                            1,
                            "the header must name the columns reference,date,amount,payer,text")));
  }
}
