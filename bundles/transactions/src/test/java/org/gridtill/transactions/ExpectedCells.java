package org.gridtill.transactions;

import java.util.HashMap;
import java.util.Map;

/**
 * The state machine once more, in another form and by hand, so that a slip in the table is seen.
 * One line a state: its events with what follows; what is not named changes nothing.
 */
final class ExpectedCells {

  private static final String TEXT =
      """
      MONEY AUTHORISED ORDER_CONFIRMED=COMPLETED ORDER_DECLINED=DECLINED ORDER_UNCLEAR=IN_DOUBT \
      ORDER_NOT_FOUND=CANCELING REVERSAL_REQUESTED=AUTHORISED
      MONEY IN_DOUBT ORDER_CONFIRMED=COMPLETED ORDER_DECLINED=DECLINED ORDER_UNCLEAR=IN_DOUBT \
      ORDER_NOT_FOUND=CANCELING REVERSAL_REQUESTED=IN_DOUBT
      MONEY CANCELING ORDER_CONFIRMED=REVERSING ORDER_DECLINED=DECLINED \
      REVERSAL_REQUESTED=CANCELING REVERSAL_CONFIRMED=DECLINED REVERSAL_NOT_FOUND=DECLINED \
      REVERSAL_DECLINED=IN_DOUBT REVERSAL_UNCLEAR=CANCELING
      MONEY COMPLETED REVERSAL_REQUESTED=REVERSING
      MONEY REVERSING REVERSAL_CONFIRMED=REVERSED REVERSAL_NOT_FOUND=REVERSED \
      REVERSAL_DECLINED=COMPLETED REVERSAL_UNCLEAR=REVERSING
      CARD NONE CARD_GIVEN=TO_WRITE
      CARD TO_WRITE CARD_GIVEN=TO_WRITE CARD_WRITTEN=WRITTEN CARD_NOT_WRITTEN=NOT_WRITTEN \
      CARD_UNKNOWN=UNKNOWN CLEARING_GIVEN=TO_CLEAR
      CARD WRITTEN CARD_GIVEN=TO_WRITE CLEARING_GIVEN=TO_CLEAR
      CARD NOT_WRITTEN CARD_GIVEN=TO_WRITE CARD_WRITTEN=WRITTEN CARD_UNKNOWN=UNKNOWN \
      CLEARING_GIVEN=TO_CLEAR
      CARD UNKNOWN CARD_GIVEN=TO_WRITE CARD_WRITTEN=WRITTEN CARD_NOT_WRITTEN=NOT_WRITTEN \
      CLEARING_GIVEN=TO_CLEAR CARD_CLEARED=CLEARED
      CARD TO_CLEAR CARD_GIVEN=TO_WRITE CLEARING_GIVEN=TO_CLEAR CARD_WRITTEN=WRITTEN \
      CARD_NOT_WRITTEN=CLEARED CARD_UNKNOWN=UNKNOWN CARD_CLEARED=CLEARED
      CARD CLEARED CARD_GIVEN=TO_WRITE CARD_WRITTEN=WRITTEN
      METER NONE CREDIT_SOLD=WAITING CREDIT_TAKEN=TAKEN CREDIT_REFUSED=REFUSED
      METER WAITING CREDIT_TAKEN=TAKEN CREDIT_REFUSED=REFUSED
      METER REFUSED CREDIT_TAKEN=TAKEN
      """;

  private static final Map<String, String> CELLS = read();

  private ExpectedCells() {}

  private static Map<String, String> read() {
    Map<String, String> cells = new HashMap<>();
    TEXT.lines()
        .map(line -> line.split(" +"))
        .forEach(
            words -> {
              for (int i = 2; i < words.length; i++) {
                String[] cell = words[i].split("=");
                cells.put(words[0] + ' ' + words[1] + ' ' + cell[0], cell[1]);
              }
            });
    return cells;
  }

  /** Returns the next state; empty if the event changes nothing. */
  static String next(Fact fact, String state, String event) {
    return CELLS.getOrDefault(fact + " " + state + ' ' + event, "");
  }
}
