package org.gridtill.itests;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the platform's own shell says about money, in yuan. */
final class Books {

  private static final Pattern AMOUNT = Pattern.compile("-?\\d+\\.\\d{2}");

  /** The columns of a list of credit. */
  private static final int USED = 3;

  private static final int RESERVED = 4;
  private static final int AVAILABLE = 5;

  private final Distribution distribution;

  Books(Distribution distribution) {
    this.distribution = distribution;
  }

  /**
   * An agency's credit.
   *
   * @param used what it and its collectors have collected and not remitted
   * @param reserved what open payments hold
   * @param available what it may still collect
   */
  record CreditState(BigDecimal used, BigDecimal reserved, BigDecimal available) {}

  /** Returns an agency's credit. */
  CreditState credit(String agencyCode) throws IOException, InterruptedException {
    return credit(distribution.shell(creditList(agencyCode)), agencyCode);
  }

  /**
   * Returns the journal and an agency's credit by one command, since a command takes a second; the
   * shell fails if the journal does not balance.
   */
  Statement statement(String agencyCode) throws IOException, InterruptedException {
    String tables = distribution.shell("gridtill:trial-balance; " + creditList(agencyCode));
    return new Statement(new TrialBalance(tables), credit(tables, agencyCode));
  }

  private static String creditList(String agencyCode) {
    return "gridtill:credit-list " + agencyCode;
  }

  private static CreditState credit(String table, String agencyCode) throws IOException {
    return table
        .lines()
        .map(line -> line.strip().split("\\s*[\u2502|]\\s*"))
        .filter(row -> row.length > AVAILABLE && row[0].equals(agencyCode))
        .findFirst()
        .map(
            row ->
                new CreditState(
                    new BigDecimal(row[USED]),
                    new BigDecimal(row[RESERVED]),
                    new BigDecimal(row[AVAILABLE])))
        .orElseThrow(() -> new IOException("no credit of " + agencyCode + " in " + table));
  }

  private static List<BigDecimal> amounts(String line) {
    List<BigDecimal> amounts = new ArrayList<>();
    for (Matcher found = AMOUNT.matcher(line); found.find(); ) {
      amounts.add(new BigDecimal(found.group()));
    }
    return amounts;
  }

  /**
   * What the books say of an agency.
   *
   * @param balance the whole journal
   * @param credit the agency's credit
   */
  record Statement(TrialBalance balance, CreditState credit) {}

  /**
   * A trial balance.
   *
   * @param table what the shell printed
   */
  record TrialBalance(String table) {

    /** Adds up the balances of all accounts whose name begins so. */
    BigDecimal balance(String accounts) {
      return table
          .lines()
          .filter(line -> line.contains(accounts))
          .map(Books::amounts)
          .map(amounts -> amounts.get(amounts.size() - 1))
          .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    /** Tells whether the shell called it balanced. */
    boolean balanced() {
      return table.lines().anyMatch(line -> line.startsWith("balanced"));
    }
  }
}
