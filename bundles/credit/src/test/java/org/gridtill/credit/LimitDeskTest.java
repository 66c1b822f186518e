package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitDeskTest {

  private static final Money HUNDRED = Money.parse("100.00");

  private final Desk desk = new Desk();
  private final Holder agency = Holder.agency("A001");

  LimitDeskTest() {
    desk.register.addAgency("A001", "Riverside agency", null);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void needsTwoPersons() {
    desk.limits.request(agency, HUNDRED, "anna", "more customers");
    assertThat(desk.line(agency).limit()).isEqualTo(Money.ZERO);
    assertThatThrownBy(() -> desk.limits.authorize(agency, HUNDRED, "anna"))
        .hasMessage("a second person must authorize it, not anna");

    assertThat(desk.limits.authorize(agency, HUNDRED, "bert").limit()).isEqualTo(HUNDRED);

    assertThat(desk.limits.requests()).isEmpty();
    assertThat(desk.told.notices)
        .extracting(Notice::kind, Notice::audience, Notice::values)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                NoticeKind.LIMIT_CHANGED,
                "A001",
                List.of("A001", "0.00", "100.00", "anna", "bert")));
    assertThatThrownBy(() -> desk.limits.authorize(agency, HUNDRED, "bert"))
        .hasMessage("nobody asks for a limit of A001");
  }

  @Test
  void nobodyAuthorizesWhatTheyDoNotKnow() {
    desk.limits.request(agency, HUNDRED, "anna", "more customers");
    desk.limits.request(agency, Money.parse("1000.00"), "carl", "a typing error");

    assertThatThrownBy(() -> desk.limits.authorize(agency, HUNDRED, "bert"))
        .hasMessage("carl asks for a limit of 1000.00, not 100.00");
    desk.limits.drop(agency, "bert");
    assertThat(desk.limits.requests()).isEmpty();
    assertThat(desk.line(agency).limit()).isEqualTo(Money.ZERO);
  }

  @Test
  void aCutLeavesWhatIsHeldAndStopsTheRest() {
    desk.limit(agency, "100.00");
    desk.credit.reserve(agency, Money.parse("80.00"), Desk.PAYMENT);
    desk.limit(agency, "50.00");

    assertThat(desk.line(agency).available()).isEqualTo(Money.parse("-30.00"));
    assertThat(desk.credit.reserve(agency, Money.ofFen(1), Desk.PAYMENT)).isPresent();
    desk.credit.commit(agency, Money.parse("80.00"), Desk.PAYMENT);
  }

  @Test
  void nobodyAsksForWhoIsClosed() {
    desk.limits.request(agency, HUNDRED, "anna", "more customers");
    desk.register.close(agency, "bert", "gives up");

    assertThat(desk.limits.requests()).isEmpty();
    assertThatThrownBy(() -> desk.limits.request(agency, HUNDRED, "anna", "why"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A001 is closed");
  }

  @Test
  void refusesNonsenseSayingWhat() {
    assertThatThrownBy(() -> desk.limits.request(agency, Money.ofFen(-1), "anna", "x"))
        .hasMessageStartingWith("a limit is from 0.00 to");
    assertThatThrownBy(() -> desk.limits.request(agency, HUNDRED, "anna", " "))
        .hasMessage("the reason must have 1 to 200 characters");
    assertThatThrownBy(() -> desk.limits.request(Holder.parse("A001/C9"), HUNDRED, "anna", "why"))
        .hasMessage("there is no collector A001/C9");
  }
}
