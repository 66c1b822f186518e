package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridtill.simulator.sg186.contract.types.ResultCode;

/** An entry as one line of text, its fields separated by tabs. */
final class EntryText {

  private static final int FIELDS = 11;

  private EntryText() {}

  static String write(Entry entry) {
    Call call = entry.call();
    return String.join(
        "\t",
        call.serialNo(),
        call.agencyCode(),
        call.terminalId(),
        call.channel(),
        call.accountingDate().toString(),
        call.consumerNo(),
        Long.toString(call.amountFen()),
        call.originalSerialNo(),
        entry.code().value(),
        entry.upstreamSerialNo(),
        entry.settled().stream().map(EntryText::write).collect(Collectors.joining(",")));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws RuntimeException if it is something else
   */
  static Entry read(String line) {
    String[] field = line.split("\t", -1);
    if (field.length != FIELDS) {
      throw new IllegalArgumentException("not " + FIELDS + " fields");
    }
    Call call =
        new Call(
            field[0],
            field[1],
            field[2],
            field[3],
            LocalDate.parse(field[4]),
            field[5],
            Long.parseLong(field[6]),
            field[7]);
    return new Entry(call, ResultCode.fromValue(field[8]), field[9], readDues(field[10]));
  }

  private static String write(Due due) {
    return due.receivableId() + ":" + due.month() + ":" + due.energyFen() + ":" + due.penaltyFen();
  }

  private static List<Due> readDues(String text) {
    List<Due> dues = new ArrayList<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
      String[] field = part.split(":");
      dues.add(
          new Due(
              field[0],
              YearMonth.parse(field[1]),
              Long.parseLong(field[2]),
              Long.parseLong(field[3])));
    }
    return dues;
  }
}
