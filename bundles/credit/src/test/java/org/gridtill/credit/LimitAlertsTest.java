package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitAlertsTest {

  private final Office office = new Office();
  private final Holder shop = office.desk.agency("A001", null, "100.00");
  private final LimitAlerts alerts = alerts();

  private LimitAlerts alerts() {
    return new LimitAlerts(office.desk.database.jpa(), office.desk.told, List.of(80, 95));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private List<String> told() {
    alerts.look();
    return office.notices(NoticeKind.CREDIT_LEVEL).stream()
        .map(notice -> String.join(" ", notice.values()))
        .toList();
  }

  @Test
  void tellsOnceForEachLevelAndAgainAfterLessWasUsed() {
    office.collect(shop, "79.99");
    assertThat(told()).isEmpty();
    office.collect(shop, "0.01");
    assertThat(told()).containsExactly("A001 80 80.00 100.00");
    office.collect(shop, "14.00");
    assertThat(told()).hasSize(1);
    office.collect(shop, "6.00");
    assertThat(told()).last().isEqualTo("A001 100 100.00 100.00");
    office.statement("B1|10.00|FLOAT A001");
    assertThat(told()).as("less is no news").hasSize(2);
    office.collect(shop, "5.00");
    assertThat(told()).last().isEqualTo("A001 95 95.00 100.00");
    assertThat(told()).hasSize(3);
    assertThat(office.notices(NoticeKind.CREDIT_LEVEL))
        .extracting(Notice::eventKey)
        .doesNotHaveDuplicates();
  }

  @Test
  void jumpsOverALevel() {
    office.collect(shop, "99.00");
    assertThat(told()).containsExactly("A001 99 99.00 100.00");
  }

  @Test
  void anythingUsedIsTooMuchOfNoLimit() {
    office.collect(shop, "1.00");
    office.desk.limit(shop, "0.00");
    assertThat(told()).containsExactly("A001 100 1.00 0.00");
  }

  @Test
  void nodesThatLookAtOnceTellOnce() throws Exception {
    office.collect(shop, "90.00");
    Together.run(4, () -> alerts().look());
    assertThat(office.notices(NoticeKind.CREDIT_LEVEL)).hasSize(1);
  }

  @Test
  void settingsAreChecked() {
    assertThat(CreditSettings.of(Office.settings(0, true, " 95, 80 ", 1)).alertLevels())
        .containsExactly(80, 95);
    assertThat(CreditSettings.of(Office.settings(0, true, "", 1)).alertLevels()).isEmpty();
    assertThatThrownBy(() -> CreditSettings.of(Office.settings(-1, true, "", 1)))
        .hasMessage("org.gridtill.credit: remittanceDays must be at least 0");
    assertThatThrownBy(() -> CreditSettings.of(Office.settings(2, true, "101", 1)))
        .hasMessage(
            "org.gridtill.credit: alertLevels has numbers from 1 to 100 and commas, not 101");
    assertThatThrownBy(() -> CreditSettings.of(Office.settings(2, true, "", 0)))
        .hasMessage("org.gridtill.credit: checkSeconds must be at least 1");
  }
}
