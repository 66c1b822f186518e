package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;

/** An event as one line of text, its fields separated by tabs. */
final class EventText {

  private static final int ENTRY_FIELDS = 18;
  private static final int NOTE_FIELDS = 4;
  private static final String NOTE = "NOTE";

  private EventText() {}

  static String write(Event event) {
    return event instanceof Entry entry ? write(entry) : write((Note) event);
  }

  /**
   * Reads what {@link #write(Event)} wrote.
   *
   * @throws RuntimeException if it is something else
   */
  static Event read(String line) {
    String[] field = line.split("\t", -1);
    if (field[0].equals(NOTE)) {
      require(field, NOTE_FIELDS);
      return new Note(Note.Kind.valueOf(field[1]), field[2], field[3]);
    }
    require(field, ENTRY_FIELDS);
    return readEntry(field);
  }

  private static void require(String[] field, int count) {
    if (field.length != count) {
      throw new IllegalArgumentException("not " + count + " fields");
    }
  }

  private static String write(Note note) {
    return String.join("\t", NOTE, note.kind().name(), note.subject(), note.value());
  }

  private static String write(Entry entry) {
    Call call = entry.call();
    Call.Details details = call.details();
    Effect effect = entry.effect();
    return String.join(
        "\t",
        call.kind().value(),
        call.serialNo(),
        call.sender().agencyCode(),
        call.sender().terminalId(),
        call.sender().channel(),
        call.accountingDate().toString(),
        call.consumerNo(),
        Long.toString(call.amountFen()),
        call.originalSerialNo(),
        details.months().stream().map(YearMonth::toString).collect(Collectors.joining(",")),
        details.card().map(CardText::write).orElse(""),
        details.cardOutcome().map(CardOutcome::name).orElse(""),
        entry.code().value(),
        entry.upstreamSerialNo(),
        entry.booked().toString(),
        effect.settled().stream().map(EventText::write).collect(Collectors.joining(",")),
        Integer.toString(effect.purchaseCount()),
        effect.script().map(CardText::write).orElse(""));
  }

  private static Entry readEntry(String[] field) {
    Call call =
        new Call(
            TransactionKind.fromValue(field[0]),
            field[1],
            new Call.Sender(field[2], field[3], field[4]),
            LocalDate.parse(field[5]),
            field[6],
            Long.parseLong(field[7]),
            field[8],
            new Call.Details(
                parts(field[9]).stream().map(YearMonth::parse).toList(),
                present(field[10]).map(CardText::readReading),
                present(field[11]).map(CardOutcome::valueOf)));
    Effect effect =
        new Effect(
            readDues(field[15]),
            Integer.parseInt(field[16]),
            present(field[17]).map(CardText::readScript));
    return new Entry(
        call, ResultCode.fromValue(field[12]), field[13], LocalDate.parse(field[14]), effect);
  }

  private static String write(Due due) {
    return due.receivableId() + ":" + due.month() + ":" + due.energyFen() + ":" + due.penaltyFen();
  }

  private static List<Due> readDues(String text) {
    List<Due> dues = new ArrayList<>();
    for (String part : parts(text)) {
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

  private static List<String> parts(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
  }

  private static Optional<String> present(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
