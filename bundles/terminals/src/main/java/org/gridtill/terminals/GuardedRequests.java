package org.gridtill.terminals;

import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.MoneyRequest;
import org.gridtill.api.adapter.terminal.Request;

/**
 * Which requests the guards of card and SIM look at: what moves money or writes a meter's card, and
 * what a collector undoes. Not what a terminal does to find out or undo what it has begun, since a
 * lost card must never keep money in doubt.
 */
final class GuardedRequests {

  private GuardedRequests() {}

  static boolean isGuarded(Request request) {
    if (request instanceof Request.Reverse reversal) {
      return reversal.cause() == Request.Cause.COLLECTOR;
    }
    return request instanceof MoneyRequest
        || request instanceof CardRequest && !(request instanceof CardRequest.Report);
  }
}
