package org.gridtill.credit;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.files.BadFileException.BadLine;
import org.gridtill.api.platform.files.CsvFile;

/** A bank's statement, line by line, as docs/bank-statement.md describes it. */
final class StatementFile {

  static final List<String> COLUMNS = List.of("reference", "date", "amount", "payer", "text");

  private static final int LONGEST_REFERENCE = 64;
  private static final int LONGEST_PAYER = 100;
  private static final int LONGEST_TEXT = 300;

  private StatementFile() {}

  /** One movement. */
  record Line(
      long number, String reference, LocalDate date, Money amount, String payer, String text) {}

  /** What was read: lines that are right, and lines that are not. */
  record Content(List<Line> lines, List<BadLine> bad) {}

  static Content read(Reader reader) throws IOException {
    CsvFile file = CsvFile.read(reader, COLUMNS);
    List<BadLine> bad = new ArrayList<>(file.bad());
    List<Line> lines = new ArrayList<>();
    Map<String, Long> seen = new HashMap<>();
    for (CsvFile.Line line : file.lines()) {
      try {
        Line read = line(line);
        Long before = seen.putIfAbsent(read.reference(), read.number());
        if (before != null) {
          throw new IllegalArgumentException("the reference of line " + before);
        }
        lines.add(read);
      } catch (IllegalArgumentException e) {
        bad.add(new BadLine(line.number(), e.getMessage()));
      }
    }
    return new Content(lines, bad);
  }

  private static Line line(CsvFile.Line line) {
    Holders.require("reference", line.value("reference"), LONGEST_REFERENCE);
    Money amount = Money.parse(line.value("amount"));
    if (amount.isZero()) {
      throw new IllegalArgumentException("an amount of nothing");
    }
    Holders.requireBearable(amount);
    return new Line(
        line.number(),
        line.value("reference"),
        date(line.value("date")),
        amount,
        atMost("payer", line.value("payer"), LONGEST_PAYER),
        atMost("text", line.value("text"), LONGEST_TEXT));
  }

  private static LocalDate date(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a date such as 2026-11-24: " + value, e);
    }
  }

  private static String atMost(String what, String value, int longest) {
    if (value.length() > longest) {
      throw new IllegalArgumentException(
          "the " + what + " has more than " + longest + " characters");
    }
    return value;
  }
}
