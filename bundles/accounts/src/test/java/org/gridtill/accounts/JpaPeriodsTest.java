package org.gridtill.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.accounts.Books.TODAY;
import static org.gridtill.accounts.Books.YESTERDAY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.BookCheck;
import org.gridtill.api.platform.accounts.Periods.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaPeriodsTest {

  private static final LocalDate DAY_BEFORE = YESTERDAY.minusDays(1);

  private final Books books = new Books();
  private final JpaPeriods periods = books.periods;

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void keepsTheFiguresOfAClosedDay() {
    books.post(1, DAY_BEFORE, 100);
    books.post(2, YESTERDAY, 20);
    books.post(3, YESTERDAY, 3);
    books.post(4, TODAY, 500);
    Period first = periods.close(DAY_BEFORE, "anna");
    books.clock.advance(Duration.ofHours(1));

    Period second = periods.close(YESTERDAY, "bert");

    assertThat(first)
        .isEqualTo(
            new Period(
                DAY_BEFORE,
                books.clock.now().minus(Duration.ofHours(1)),
                "anna",
                1,
                Money.ofFen(100)));
    assertThat(second)
        .isEqualTo(new Period(YESTERDAY, books.clock.now(), "bert", 2, Money.ofFen(23)));
    assertThat(periods.list(10)).containsExactly(second, first);
    assertThat(periods.list(1)).containsExactly(second);
    assertThat(periods.closedThrough()).contains(YESTERDAY);
  }

  @Test
  void sendsWhatComesLateToTheFirstOpenDay() {
    books.post(1, YESTERDAY, 100);
    periods.close(YESTERDAY, "anna");

    books.post(2, YESTERDAY, 20);
    books.post(3, DAY_BEFORE, 3);

    assertThat(books.dayOf(1)).isEqualTo(YESTERDAY);
    assertThat(books.dayOf(2)).isEqualTo(TODAY);
    assertThat(books.dayOf(3)).isEqualTo(TODAY);
    assertThat(books.journal.trialBalance(YESTERDAY, YESTERDAY).entries()).isEqualTo(1);
    assertThat(books.audit.run().clean()).isTrue();
  }

  @Test
  void closesSeveralDaysAtOnceAndEmptyOnes() {
    books.post(1, DAY_BEFORE, 100);

    assertThat(periods.close(YESTERDAY, "anna").entries()).isEqualTo(1);
    assertThatThrownBy(() -> periods.close(DAY_BEFORE, "anna"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2026-11-21 is closed");
    books.clock.advance(Duration.ofDays(1));
    assertThat(periods.close(TODAY, "anna").entries()).isZero();
  }

  @Test
  void closesOnlyWhatIsOver() {
    assertThat(periods.closedThrough()).isEmpty();
    assertThatThrownBy(() -> periods.close(TODAY, "anna"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2026-11-23 is not over");
    books.clock.set("2026-11-24T00:09:59Z");
    assertThatThrownBy(() -> periods.close(TODAY, "anna"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2026-11-23 is not over for 10 minutes");
    books.clock.set("2026-11-24T00:10:00Z");
    assertThatThrownBy(() -> periods.close(TODAY, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the person must have 1 to 64 characters");
    periods.close(TODAY, "anna");
    assertThat(periods.closedThrough()).contains(TODAY);
  }

  @Test
  void namesAllThatIsAgainstIt() {
    books.said.open = () -> List.of("2 transactions are not settled", "the bank is late");
    assertThatThrownBy(() -> periods.close(YESTERDAY, "anna"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "2026-11-22 cannot be closed: 2 transactions are not settled; the bank is late");
    books.said.open = List::of;
    books.said.findings = () -> List.of("A001 has lost 1.00");
    books.post(1, YESTERDAY, 100);
    books.corrupt("UPDATE gt_posting SET amount = 99 WHERE amount = 100");
    assertThatThrownBy(() -> periods.close(YESTERDAY, "anna"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the entry SALE 1 has 2 lines and is off by -0.01")
        .hasMessageContaining("A001 has lost 1.00");

    assertThat(periods.closedThrough()).isEmpty();
    assertThat(periods.list(10)).isEmpty();
    books.post(2, YESTERDAY, 20);
    assertThat(books.dayOf(2)).as("the mark is taken back").isEqualTo(YESTERDAY);
  }

  @Test
  void aCheckThatFailsIsAgainstIt() {
    books.said.open =
        () -> {
          throw new IllegalStateException("the database is away");
        };
    assertThatThrownBy(() -> periods.close(YESTERDAY, "anna"))
        .hasMessageContaining("'what the test says' has failed")
        .hasMessageContaining("the database is away");
    books.said.open = List::of;
    periods.close(YESTERDAY, "anna");
  }

  @Test
  void seesWhatOpensAfterTheMark() {
    books.said.open =
        () ->
            books.number("SELECT COUNT(*) FROM gt_period_mark WHERE closing_through IS NULL") == 1
                ? List.of()
                : List.of("one that came in between");

    assertThatThrownBy(() -> periods.close(YESTERDAY, "anna"))
        .hasMessageEndingWith("one that came in between");
    assertThat(periods.closedThrough()).isEmpty();
  }

  @Test
  void sendsEntriesToTheNextDayWhileItLooks() {
    books.post(1, YESTERDAY, 100);
    books.said.findings =
        () -> {
          books.post(2, YESTERDAY, 20);
          return List.of();
        };

    assertThat(periods.close(YESTERDAY, "anna").entries()).isEqualTo(1);
    assertThat(books.dayOf(2)).isEqualTo(TODAY);
  }

  @Test
  void theOneWhoBeganLastCloses() {
    books.post(1, YESTERDAY, 100);
    books.said.findings =
        () -> {
          books.said.findings = List::of;
          periods.close(YESTERDAY, "bert");
          return List.of();
        };

    assertThatThrownBy(() -> periods.close(YESTERDAY, "anna"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("2026-11-22 was not closed: somebody else has begun to close days meanwhile");
    assertThat(periods.list(10)).extracting(Period::closedBy).containsExactly("bert");
  }

  @Test
  void whoWasOvertakenLeavesTheMarkOfTheOther() {
    books.said.findings =
        () -> {
          // Another node begins, and is not at its end yet.
          books.database.jpa().tx(em -> PeriodMark.begin(em, YESTERDAY, books.clock.now()));
          return List.of("something");
        };
    assertThatThrownBy(() -> periods.close(DAY_BEFORE, "anna")).hasMessageContaining("something");

    books.post(1, YESTERDAY, 20);
    assertThat(books.dayOf(1)).as("the other one is still at it").isEqualTo(TODAY);
  }

  @Test
  void goesOnAfterAProcessDiedInTheMiddle() {
    books.post(1, DAY_BEFORE, 100);
    beginAndDie();
    books.post(2, YESTERDAY, 20);
    assertThat(books.dayOf(2)).as("as long as it may still be at work").isEqualTo(TODAY);
    assertThat(periods.closedThrough()).isEmpty();

    assertThat(periods.close(DAY_BEFORE, "bert").entries()).isEqualTo(1);

    books.post(3, YESTERDAY, 3);
    assertThat(books.dayOf(3)).as("that attempt is over").isEqualTo(YESTERDAY);
  }

  @Test
  void takesBackWhatNobodyEnds() {
    long attempt = beginAndDie();
    CheckSchedule node = books.node();
    books.clock.advance(Duration.ofMinutes(59));
    node.look();
    books.post(1, YESTERDAY, 20);
    assertThat(books.dayOf(1)).isEqualTo(TODAY);

    books.clock.advance(Duration.ofMinutes(2));
    node.look();

    books.post(2, YESTERDAY, 20);
    assertThat(books.dayOf(2)).isEqualTo(YESTERDAY);
    boolean ended = books.database.jpa().txExpr(em -> PeriodMark.end(em, attempt));
    assertThat(ended).as("if it lives after all").isFalse();
  }

  private long beginAndDie() {
    return books.database.jpa().txExpr(em -> PeriodMark.begin(em, YESTERDAY, books.clock.now()));
  }

  @Test
  void aCommitThatFailsClosesNothing() {
    books.post(1, YESTERDAY, 100);
    books.audit.bind(new FailingAtTheEnd(books));

    assertThatThrownBy(() -> periods.close(YESTERDAY, "anna")).hasMessage("the database is away");
    assertThat(periods.closedThrough()).isEmpty();
    assertThat(periods.list(10)).isEmpty();
    books.post(2, YESTERDAY, 20);
    assertThat(books.dayOf(2)).isEqualTo(YESTERDAY);
  }

  /** The last of the checks to run, after which the next commit fails. */
  private record FailingAtTheEnd(Books books) implements BookCheck {

    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public List<String> findings() {
      books.database.failNextCommit();
      return List.of();
    }
  }
}
