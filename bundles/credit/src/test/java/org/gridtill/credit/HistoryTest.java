package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Agencies.Change;
import org.gridtill.api.platform.credit.Holder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private final Desk desk = new Desk();
  private final Holder shop = Holder.agency("A001");

  HistoryTest() {
    desk.register.addAgency("P001", "County", null);
    desk.register.addAgency("A001", "Riverside", null);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void tellsWhoDidWhatTheLatestFirst() {
    Instant start = desk.clock.now();
    desk.limits.request(shop, Money.parse("100.00"), "anna", "new agency");
    desk.limits.authorize(shop, Money.parse("100.00"), "bert");
    desk.clock.now = start.plus(Duration.ofDays(400));
    desk.register.suspend(shop, "carl", "an audit");
    desk.register.resume(shop, "anna");
    desk.register.move("A001", "P001", "bert");
    desk.register.move("A001", null, "bert");
    desk.limits.request(shop, Money.ZERO, "anna", "gives up");
    desk.limits.drop(shop, "carl");
    desk.register.close(shop, "carl", "gives up");

    Instant later = desk.clock.now();
    assertThat(desk.register.history(shop, 100))
        .containsExactly(
            new Change(later, "carl", "CLOSED: gives up"),
            new Change(later, "carl", "drops the wish for another limit"),
            new Change(later, "anna", "asks for a limit of 0.00: gives up"),
            new Change(later, "bert", "moved from under P001 to the top"),
            new Change(later, "bert", "moved from the top to under P001"),
            new Change(later, "anna", "ACTIVE"),
            new Change(later, "carl", "SUSPENDED: an audit"),
            new Change(start, "bert", "sets the limit from 0.00 to 100.00"),
            new Change(start, "anna", "asks for a limit of 100.00: new agency"));
    assertThat(desk.register.history(shop, 2))
        .extracting(Change::words)
        .containsExactly("CLOSED: gives up", "drops the wish for another limit");
    assertThat(desk.register.history(Holder.agency("P001"), 100)).isEmpty();
  }

  @Test
  void keepsTheLongestOfEverything() {
    String person = "\u674e".repeat(64);
    String reason = "\u56e0".repeat(200);
    Money most = Money.parse("1000000000000.00");
    desk.limits.request(shop, most, person, reason);
    desk.register.suspend(shop, person, reason);

    assertThat(desk.register.history(shop, 100))
        .extracting(Change::person, Change::words)
        .containsExactly(
            tuple(person, "SUSPENDED: " + reason),
            tuple(person, "asks for a limit of 1000000000000.00: " + reason));
  }

  @Test
  void refusesWhatIsNoQuestion() {
    assertThatThrownBy(() -> desk.register.history(Holder.agency("A009"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no agency A009");
    assertThatThrownBy(() -> desk.register.history(shop, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the number of changes must be positive, not 0");
  }
}
