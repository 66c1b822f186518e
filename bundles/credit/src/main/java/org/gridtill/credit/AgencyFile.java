package org.gridtill.credit;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.files.BadFileException.BadLine;
import org.gridtill.api.platform.files.CsvFile;

/** A file of agencies and collectors, line by line, as docs/agency-import.md describes it. */
final class AgencyFile {

  static final List<String> COLUMNS =
      List.of("type", "code", "collector", "name", "parent", "limit", "contact", "language");

  private static final String DEFAULT_LANGUAGE = "zh";

  private AgencyFile() {}

  /**
   * One agency or collector.
   *
   * @param parent who stands above; empty if nobody does
   */
  record Line(
      long number,
      Holder holder,
      String name,
      String parent,
      Money limit,
      String contact,
      String language) {}

  /** What was read: lines that are right by themselves, and lines that are not. */
  record Content(List<Line> lines, List<BadLine> bad) {}

  static Content read(Reader reader) throws IOException {
    CsvFile file = CsvFile.read(reader, COLUMNS);
    List<BadLine> bad = new ArrayList<>(file.bad());
    List<Line> lines = new ArrayList<>();
    for (CsvFile.Line line : file.lines()) {
      try {
        lines.add(line(line));
      } catch (IllegalArgumentException e) {
        bad.add(new BadLine(line.number(), e.getMessage()));
      }
    }
    return new Content(lines, bad);
  }

  private static Line line(CsvFile.Line line) {
    Holder holder = holder(line);
    Holders.require("name", line.value("name"), AgencyRegister.LONGEST_NAME);
    String limit = line.value("limit");
    Money amount = limit.isEmpty() ? Money.ZERO : Money.parse(limit);
    LimitDesk.requireLimit(amount);
    String language = line.value("language");
    String known = language.isEmpty() ? DEFAULT_LANGUAGE : language;
    AgencyRegister.requireContact(line.value("contact"), known);
    String parent = holder.isCollector() ? holder.agencyCode() : line.value("parent");
    if (!parent.isEmpty()) {
      Holder.agency(parent);
    }
    return new Line(
        line.number(), holder, line.value("name"), parent, amount, line.value("contact"), known);
  }

  private static Holder holder(CsvFile.Line line) {
    Holder holder = new Holder(line.value("code"), line.value("collector"));
    switch (line.value("type")) {
      case "agency" -> requireEmpty("collector", line, "an agency has no collector's code");
      case "collector" -> {
        if (!holder.isCollector()) {
          throw new IllegalArgumentException("a collector needs a code");
        }
        requireEmpty("parent", line, "a collector stands below its agency, and has no parent");
      }
      default ->
          throw new IllegalArgumentException(
              "the type is agency or collector, not " + line.value("type"));
    }
    return holder;
  }

  private static void requireEmpty(String column, CsvFile.Line line, String otherwise) {
    if (!line.value(column).isEmpty()) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
