package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.BookChecks;
import org.gridtill.api.platform.accounts.BookChecks.Report;
import org.gridtill.api.platform.accounts.BookChecks.Result;
import org.gridtill.api.platform.accounts.Periods;
import org.junit.jupiter.api.Test;

/** The checks of the books, and the closing of periods. */
class BookCommandsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Periods.Period PERIOD =
      new Periods.Period(DAY, NOW, "anna", 7, Money.parse("123.45"));

  private final List<String> calls = new ArrayList<>();
  private Report report =
      new Report(
          NOW, List.of(new Result("all is right", List.of()), new Result("so it is", List.of())));
  private Optional<Report> latest = Optional.empty();
  private RuntimeException against;

  private BooksCheckCommand check() {
    BooksCheckCommand command = new BooksCheckCommand();
    command.clock = Records.CLOCK;
    command.checks =
        Fake.of(
            BookChecks.class, Map.of("run", arguments -> report, "latest", arguments -> latest));
    return command;
  }

  private Periods periods() {
    return Fake.of(
        Periods.class,
        Map.of(
            "close",
            arguments -> {
              if (against != null) {
                throw against;
              }
              calls.add(Arrays.toString(arguments));
              return PERIOD;
            },
            "list",
            arguments -> {
              calls.add(Arrays.toString(arguments));
              return List.of(PERIOD);
            }));
  }

  private PeriodCloseCommand close(String day) {
    PeriodCloseCommand command = new PeriodCloseCommand();
    command.periods = periods();
    command.day = day;
    return command;
  }

  @Test
  void rightBooksAreOk() throws Exception {
    assertThat(new Printed().run(check()))
        .containsExactly(
            "OK     all is right", "OK     so it is", "checked 2026-11-23 08:00:00 +00:00");
  }

  @Test
  void wrongBooksFail() {
    report =
        new Report(
            NOW,
            List.of(
                new Result("all is right", List.of("not this", "nor that")),
                new Result("so it is", List.of())));
    BooksCheckCommand command = check();
    Printed printed = new Printed().by(command);
    assertThatThrownBy(Recorded.by(command)::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("the books are wrong");
    assertThat(printed.lines())
        .containsExactly(
            "WRONG  all is right",
            "       not this",
            "       nor that",
            "OK     so it is",
            "checked 2026-11-23 08:00:00 +00:00");
  }

  @Test
  void theLatestDailyCheckIsShown() throws Exception {
    BooksCheckCommand command = check();
    command.latest = true;
    assertThatThrownBy(Recorded.by(command)::execute)
        .hasMessage("the books were not checked by themselves yet");
    latest = Optional.of(new Report(NOW.minusSeconds(60), List.of()));
    assertThat(new Printed().run(command)).containsExactly("checked 2026-11-23 07:59:00 +00:00");
  }

  @Test
  void aPersonClosesADay() throws Exception {
    assertThat(As.user("anna", () -> new Printed().run(close("2026-11-22"))))
        .containsExactly(
            "anna has closed the journal through 2026-11-22: 7 entries, turnover 123.45");
    assertThat(calls).containsExactly("[2026-11-22, anna]");
  }

  @Test
  void nobodyClosesWithoutALogin() {
    assertThatThrownBy(() -> As.console(Recorded.by(close("2026-11-22"))::execute))
        .hasMessageStartingWith("nobody is logged in here");
    assertThat(calls).isEmpty();
  }

  @Test
  void whatIsAgainstItIsTheError() {
    against = new IllegalStateException("2026-11-22 cannot be closed: the bank is late");
    assertThatThrownBy(() -> As.user("anna", Recorded.by(close("2026-11-22"))::execute))
        .isInstanceOf(CommandException.class)
        .hasMessage("2026-11-22 cannot be closed: the bank is late");
    against = new IllegalArgumentException("2026-11-22 is closed");
    assertThatThrownBy(() -> As.user("anna", Recorded.by(close("2026-11-22"))::execute))
        .isInstanceOf(CommandException.class)
        .hasMessage("2026-11-22 is closed");
    assertThatThrownBy(() -> As.user("anna", Recorded.by(close("22.11.2026"))::execute))
        .hasMessage("not a day, such as 2026-11-23: 22.11.2026");
  }

  @Test
  void periodsAreListed() throws Exception {
    PeriodListCommand command = new PeriodListCommand();
    command.periods = periods();
    command.clock = Records.CLOCK;
    assertThat(new Printed().run(command))
        .containsExactly(
            "Through    | Entries | Turnover | Closed by | Closed at",
            "-----------+---------+----------+-----------+---------------------------",
            "2026-11-22 |       7 |   123.45 | anna      | 2026-11-23 08:00:00 +00:00");
    assertThat(calls).containsExactly("[20]");
    command.limit = 0;
    assertThatThrownBy(Recorded.by(command)::execute).hasMessage("--limit is at least 1");
  }
}
