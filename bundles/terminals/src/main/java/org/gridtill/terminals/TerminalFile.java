package org.gridtill.terminals;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridtill.api.platform.files.BadFileException.BadLine;
import org.gridtill.api.platform.files.CsvFile;
import org.gridtill.api.platform.terminals.TerminalKind;

/** A file of terminals and what is bound to them, as docs/terminals.md describes it. */
final class TerminalFile {

  static final List<String> COLUMNS =
      List.of("terminal", "kind", "serial", "agency", "adapter", "card", "iccid", "imsi");

  private TerminalFile() {}

  /** One line; what a terminal has not is empty. */
  record Line(
      long number,
      String terminal,
      TerminalKind kind,
      String serialNo,
      String agency,
      String adapter,
      String cardNo,
      String iccid,
      String imsi) {

    /** Tells whether it says the same of the terminal itself. */
    boolean isSameTerminal(Line other) {
      return terminal.equals(other.terminal)
          && kind == other.kind
          && serialNo.equals(other.serialNo)
          && agency.equals(other.agency)
          && adapter.equals(other.adapter);
    }
  }

  /** What was read: lines that are right by themselves, and lines that are not. */
  record Content(List<Line> lines, List<BadLine> bad) {}

  static Content read(Reader reader) throws IOException {
    CsvFile file = CsvFile.read(reader, COLUMNS);
    List<BadLine> bad = new ArrayList<>(file.bad());
    List<Line> lines = new ArrayList<>();
    Map<String, Line> terminals = new HashMap<>();
    Map<String, Line> sims = new HashMap<>();
    Map<String, Line> triples = new HashMap<>();
    for (CsvFile.Line each : file.lines()) {
      try {
        Line line = line(each);
        requireSame(terminals.putIfAbsent(line.terminal(), line), line);
        requireSameSim(sims.putIfAbsent(line.iccid(), line), line);
        String triple = line.terminal() + '/' + line.cardNo() + '/' + line.iccid();
        requireNew(triples.putIfAbsent(triple, line));
        lines.add(line);
      } catch (IllegalArgumentException e) {
        bad.add(new BadLine(each.number(), e.getMessage()));
      }
    }
    return new Content(lines, bad);
  }

  private static Line line(CsvFile.Line line) {
    String cardNo = line.value("card");
    String iccid = line.value("iccid");
    String imsi = line.value("imsi");
    if (!cardNo.isEmpty()) {
      Forms.cardNo(cardNo);
    }
    if (iccid.isEmpty() != imsi.isEmpty()) {
      throw new IllegalArgumentException("ICCID and IMSI belong together");
    }
    if (!iccid.isEmpty()) {
      Forms.iccid(iccid);
      Forms.imsi(imsi);
    }
    Forms.serialNo(line.value("serial"));
    return new Line(
        line.number(),
        Forms.terminalCode(line.value("terminal")),
        TerminalKind.parse(line.value("kind")),
        line.value("serial"),
        Forms.agencyCode(line.value("agency")),
        Forms.adapter(line.value("adapter")),
        cardNo,
        iccid,
        imsi);
  }

  private static void requireSame(Line before, Line line) {
    if (before != null && !before.isSameTerminal(line)) {
      throw new IllegalArgumentException(
          "line " + before.number() + " says something else of terminal " + line.terminal());
    }
  }

  private static void requireSameSim(Line before, Line line) {
    if (before != null && !before.imsi().equals(line.imsi())) {
      throw new IllegalArgumentException(
          "line " + before.number() + " says another IMSI of SIM " + line.iccid());
    }
  }

  private static void requireNew(Line before) {
    if (before != null) {
      throw new IllegalArgumentException("the same as line " + before.number());
    }
  }
}
