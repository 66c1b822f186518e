package org.gridtill.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.ControlClient.Totals;
import org.gridtill.tests.crash.Poll;

/**
 * Makes sure that what was measured was right: the journal balances, it has what the billing system
 * kept, the agencies owe what is in the journal, and nothing is in doubt.
 *
 * @param entries how many entries the journal has
 * @param agencyFen what all agencies owe by the journal
 */
record Books(long entries, long agencyFen) {

  static final Books EMPTY = new Books(0, 0);

  private static final Duration PATIENCE = Duration.ofSeconds(300);
  private static final Pattern AMOUNT = Pattern.compile("-?\\d+\\.\\d{2}");
  private static final Pattern ENTRIES = Pattern.compile("(?m)^balanced \\((\\d+) ");
  private static final int CREDIT_COLUMNS = 4;

  /** What the billing system has kept so far. */
  record Kept(long entries, long fen) {

    /** Returns what it has kept of what was done on this side and the others. */
    static Kept of(ControlClient control) {
      Totals totals = control.totals();
      // The payment and what undoes it.
      long entries = totals.settled() + 2 * totals.reversed();
      return new Kept(entries, totals.settledAmount().movePointRight(2).longValueExact());
    }

    private Kept minus(Kept earlier) {
      return new Kept(entries - earlier.entries, fen - earlier.fen);
    }
  }

  /**
   * Reads the platform's books once nothing is open any more, and compares them.
   *
   * @param before what was in the journal before the run
   * @param earlier what the billing system had kept before the run
   * @throws IOException if something is wrong
   */
  static Books check(Platform platform, ControlClient control, Books before, Kept earlier)
      throws IOException, InterruptedException, TimeoutException {
    Poll.until(
        "nothing in doubt",
        PATIENCE,
        () -> platform.shell("gridtill:doubt-list --limit 1").contains("nothing is in doubt"));
    // The shell fails if it does not balance.
    String balance = platform.shell("gridtill:trial-balance");
    Matcher entries = ENTRIES.matcher(balance);
    require(entries.find(), "the trial balance is zero", balance);
    long owed = 0;
    for (List<Long> row : rows(balance, "agency/")) {
      owed += row.get(row.size() - 1);
    }
    long used = 0;
    for (List<Long> row : rows(platform.shell("gridtill:credit-list"), "A")) {
      if (row.size() == CREDIT_COLUMNS) {
        used += row.get(1);
        require(row.get(2) == 0, "no credit is reserved", row);
      }
    }
    require(used == owed, "agencies use the credit that the journal says", used + ", " + owed);
    Books books = new Books(Long.parseLong(entries.group(1)), owed);
    books.compare(before, Kept.of(control).minus(earlier));
    return books;
  }

  /** Compares the floor's books, which were empty. */
  static void checkFloor(Path database, ControlClient control, Kept earlier)
      throws SQLException, IOException {
    try (Connection connection = Database.connect(database)) {
      long sum = Database.number(connection, "SELECT SUM(amount) FROM gt_posting");
      require(sum == 0, "the floor's trial balance is zero", sum);
      long open =
          Database.number(
              connection, "SELECT COUNT(*) FROM gt_transaction WHERE next_attempt_at IS NOT NULL");
      require(open == 0, "nothing of the floor is in doubt", open);
      new Books(
              Database.number(connection, "SELECT COUNT(*) FROM gt_journal_entry"),
              Database.number(
                  connection, "SELECT SUM(amount) FROM gt_posting WHERE account LIKE 'agency/%'"))
          .compare(EMPTY, Kept.of(control).minus(earlier));
      connection.commit();
    }
  }

  private void compare(Books before, Kept kept) throws IOException {
    Kept booked = new Kept(entries - before.entries, agencyFen - before.agencyFen);
    require(booked.equals(kept), "the journal has what SG186 kept", booked + ", " + kept);
  }

  private static void require(boolean condition, String what, Object found) throws IOException {
    if (!condition) {
      throw new IOException("not so: " + what + ": " + found);
    }
  }

  /** Returns the amounts, in fen, of the lines that name something with this prefix. */
  private static List<List<Long>> rows(String table, String prefix) {
    List<List<Long>> rows = new ArrayList<>();
    for (String line : table.lines().filter(l -> l.strip().startsWith(prefix)).toList()) {
      List<Long> amounts = new ArrayList<>();
      for (Matcher found = AMOUNT.matcher(line); found.find(); ) {
        amounts.add(Long.parseLong(found.group().replace(".", "")));
      }
      if (!amounts.isEmpty()) {
        rows.add(amounts);
      }
    }
    return rows;
  }
}
