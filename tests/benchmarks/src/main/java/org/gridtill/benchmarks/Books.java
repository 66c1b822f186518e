package org.gridtill.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
  private static final Pattern ENTRIES = Pattern.compile("(?m)^balanced \\((\\d+) ");

  /** The columns of a trial balance. */
  private static final int ACCOUNT = 0;

  private static final int BALANCE = 3;

  /**
   * What all agencies hold by the list of credit. What collectors and agencies below others hold is
   * part of what those above hold.
   */
  record Credit(long heldFen, long reservedFen) {

    private static final int HOLDER = 0;
    private static final int USED = 3;
    private static final int RESERVED = 4;
    private static final int OWN_MONEY = 6;
    private static final int UNDER = 7;

    static Credit of(String table) {
      long held = 0;
      long reserved = 0;
      for (String[] row : rows(table)) {
        if (row[HOLDER].matches("[0-9A-Za-z]+") && row[UNDER].equals("-")) {
          held += fen(row[USED]) - fen(row[OWN_MONEY]);
          reserved += fen(row[RESERVED]);
        }
      }
      return new Credit(held, reserved);
    }
  }

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
    for (String[] row : rows(balance)) {
      if (row[ACCOUNT].matches("(agency|collector)/.*")) {
        owed += fen(row[BALANCE]);
      }
    }
    Credit credit = Credit.of(platform.shell("gridtill:credit-list"));
    require(
        credit.equals(new Credit(owed, 0)),
        "agencies hold what the journal says, and no credit is reserved",
        credit + ", " + owed);
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

  /** Returns the rows of a table, its heading among them. */
  private static List<String[]> rows(String table) {
    return table
        .lines()
        .map(line -> line.strip().split("\\s*[\u2502|]\\s*"))
        .filter(row -> row.length > BALANCE)
        .toList();
  }

  private static long fen(String yuan) {
    return new BigDecimal(yuan).movePointRight(2).longValueExact();
  }
}
