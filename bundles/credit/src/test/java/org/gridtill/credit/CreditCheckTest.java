package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreditCheckTest {

  private static final Money TEN = Money.parse("10.00");

  private final Desk desk = new Desk();
  private final Ledger ledger = new Ledger();
  private final CreditCheck check =
      new CreditCheck(desk.database.jpa(), ledger.journal, ledger.money);
  private final Holder county = desk.agency("P001", null, "1000000.00");
  private final Holder shop = desk.agency("A001", "P001", "1000000.00");
  private final Holder kiosk = desk.agency("A002", "P001", "1000000.00");
  private final Holder collector = desk.collector("A001", "C01", "1000000.00");

  @BeforeEach
  void trade() {
    for (Holder holder : new Holder[] {collector, shop, kiosk}) {
      begin(holder);
      begin(holder);
      complete(holder);
    }
    desk.credit.change(kiosk, new Levels.Change(0, 2500), Desk.PAYMENT);
    ledger.owe(kiosk, Money.parse("-25.00"));
    assertThat(check.findings()).isEmpty();
  }

  private void begin(Holder holder) {
    desk.credit.reserve(holder, TEN, Desk.PAYMENT);
    ledger.begin(holder, TEN);
  }

  private void complete(Holder holder) {
    desk.credit.commit(holder, TEN, Desk.PAYMENT);
    ledger.begin(holder, TEN.negated());
    ledger.owe(holder, TEN);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void corrupt(String sql) {
    try (Connection connection = desk.database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void findsMoneyThatIsNotInTheJournal() {
    corrupt("UPDATE gt_holder SET net_position = net_position - 1 WHERE holder = 'P001'");
    assertThat(check.findings())
        .containsExactly("P001 without those below holds 0.01, and by the journal 0.00");

    corrupt("UPDATE gt_holder SET net_position = net_position - 1 WHERE holder = 'A001/C01'");
    assertThat(check.findings())
        .as("the shop's sum does not have it")
        .containsExactly(
            "A001 without those below holds 9.99, and by the journal 10.00",
            "A001/C01 without those below holds 10.01, and by the journal 10.00",
            "P001 without those below holds 0.01, and by the journal 0.00");
  }

  @Test
  void findsAnEntryWithoutMoney() {
    ledger.owe(kiosk, Money.ofFen(5));
    assertThat(check.findings())
        .containsExactly("A002 without those below holds -15.00, and by the journal -14.95");
  }

  @Test
  void findsReservationsThatNobodyEnds() {
    corrupt("UPDATE gt_holder SET reserved = reserved + 100 WHERE holder IN ('A001', 'P001')");
    assertThat(check.findings())
        .containsExactly("A001 without those below has 11.00 reserved, and 10.00 is under way");
    ledger.begin(collector, Money.ofFen(1));
    ledger.owe(collector, Money.ofFen(1));
    assertThat(check.findings())
        .contains(
            "A001/C01 without those below holds 10.00, and by the journal 10.01; it has 10.00"
                + " reserved, and 10.01 is under way");
  }

  @Test
  void findsWhatBelongsToNobody() {
    ledger.owe(Holder.agency("A009"), TEN);
    ledger.owe(new Holder("A001", "C09"), TEN);
    ledger.owe(new Holder("A001", "C08"), Money.ZERO);
    ledger.owed.put("utility/energy", TEN);
    ledger.begin(Holder.agency("A008"), TEN);
    assertThat(check.findings())
        .containsExactly(
            "10.00 is on agency/A009, which is nobody's",
            "10.00 is on collector/A001/C09, which is nobody's",
            "10.00 is under way of A008, a stranger");
  }

  @Test
  void judgesNobodyWhoChangesInTheMeantime() {
    int[] times = {0};
    ledger.meanwhile =
        () -> {
          if (times[0]++ < 10) {
            // Written after the journal was read, and before the holder is read again.
            Money before = ledger.owed.get("collector/A001/C01");
            begin(collector);
            complete(collector);
            ledger.owed.put("collector/A001/C01", before);
          } else if (times[0] == 12) {
            ledger.owe(collector, Money.parse("100.00"));
          }
        };
    assertThat(check.findings()).isEmpty();
    assertThat(times[0]).isGreaterThan(10);
  }

  @Test
  void saysThatItCannotJudge() {
    ledger.meanwhile =
        () -> {
          begin(collector);
          complete(collector);
        };
    assertThat(check.findings())
        .containsExactly(
            "A001 is not judged, since it changed during each look",
            "A001/C01 is not judged, since it changed during each look",
            "P001 is not judged, since it changed during each look");
  }

  @Test
  void believesNoSingleLook() {
    int[] times = {0};
    ledger.meanwhile =
        () -> {
          times[0]++;
          Money seen = times[0] < 3 ? TEN.plus(Money.ofFen(1)) : TEN;
          ledger.owed.put("collector/A001/C01", seen);
        };
    assertThat(check.findings()).as("two wrong looks, as while an index is written").isEmpty();
    assertThat(times[0]).isEqualTo(3);
  }

  @Test
  void isRightAfterAMove() {
    desk.agency("P002", null, "1000000.00");
    desk.register.move("A001", "P002", "anna");
    assertThat(check.findings()).isEmpty();
    assertThat(desk.line(county).used()).isEqualTo(Money.ZERO);
  }

  @Test
  void looksAtEverybodyAtOnce() {
    for (int i = 0; i < 300; i++) {
      desk.register.addCollector(new Holder("A001", String.format("X%04d", i)), "x");
    }
    int[] reads = {0};
    ledger.meanwhile = () -> reads[0]++;
    assertThat(check.findings()).isEmpty();
    assertThat(reads[0]).as("one look at everybody").isEqualTo(1);
  }
}
