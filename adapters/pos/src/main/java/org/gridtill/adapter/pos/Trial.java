package org.gridtill.adapter.pos;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;

/**
 * A bill query through the adapter before the first terminal's: whether all is there that it needs.
 * What that loads, no terminal has to wait for.
 */
final class Trial {

  /** The query of {@code docs/pos-iso8583.md}, with any code. */
  private static final byte[] QUERY =
      HexFormat.of()
          .parseHex(
              "6000030000600000010000"
                  + "02002020000000C18011"
                  + "310000000103"
                  + "5430303030303031413030312020202020202020202020"
                  + "001030313030303030303031"
                  + "3135360012010000001001"
                  + "0000000000000000");

  private static final ConsumerNo CONSUMER = new ConsumerNo("0100000001");

  /** Some, as the first takes many times as long as the next; all of them take milliseconds. */
  private static final int ROUNDS = 50;

  private Trial() {}

  /** Returns what is wrong; empty if nothing. */
  static Optional<String> of(TerminalAdapter adapter) {
    TrialSession session = new TrialSession();
    Reply reply = new Reply.Bills(Instant.EPOCH, new BillStatement(CONSUMER, "", "", List.of()));
    byte[] first = null;
    for (int i = 0; i < ROUNDS; i++) {
      try {
        Request request = adapter.decode(QUERY.clone(), session);
        if (!(request instanceof Request.QueryBills query) || !query.consumer().equals(CONSUMER)) {
          return Optional.of("it reads a bill query as " + request);
        }
      } catch (FrameException e) {
        return Optional.of("it cannot read a bill query: " + e.getMessage());
      }
      byte[] answer = adapter.encode(QUERY.clone(), reply, session);
      if (first != null && !Arrays.equals(first, answer)) {
        return Optional.of("it answers the same bill query in two ways");
      }
      first = answer;
    }
    return Optional.empty();
  }
}
