package org.gridtill.transactions;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;

/** Collectors who take payments of bills and undo them. */
final class Collectors {

  private final EngineFixture f;
  private final String agency;

  Collectors(EngineFixture f) {
    this(f, EngineFixture.AGENCY);
  }

  Collectors(EngineFixture f, String agency) {
    this.f = f;
    this.agency = agency;
  }

  private Origin origin(String collector, String terminal, int trace) {
    return new Origin(terminal, agency, "000001", String.format("%06d", trace), collector);
  }

  Reply tryToPay(int trace, long fen) {
    return tryToPay("C1", EngineFixture.TERMINAL, trace, fen);
  }

  Reply tryToPay(String collector, String terminal, int trace, long fen) {
    return f.engine.handle(
        new Request.PayBills(
            origin(collector, terminal, trace), new ConsumerNo("0100000001"), Money.ofFen(fen)),
        "pos");
  }

  /** Takes a payment. */
  SerialNo pay(int trace, long fen) {
    return pay("C1", EngineFixture.TERMINAL, trace, fen);
  }

  SerialNo pay(String collector, String terminal, int trace, long fen) {
    return ((Reply.Paid) tryToPay(collector, terminal, trace, fen)).payment().serialNo();
  }

  /** Undoes a payment because the collector wants it. */
  Reply reverse(int trace, long fen) {
    return reverse("C1", EngineFixture.TERMINAL, trace, fen);
  }

  Reply reverse(String collector, String terminal, int trace, long fen) {
    return reverse(collector, terminal, trace, fen, Request.Cause.COLLECTOR);
  }

  /** Undoes a payment because its answer did not come. */
  Reply reverseUnanswered(int trace, long fen) {
    return reverse("C1", EngineFixture.TERMINAL, trace, fen, Request.Cause.NO_ANSWER);
  }

  private Reply reverse(
      String collector, String terminal, int trace, long fen, Request.Cause cause) {
    return f.engine.handle(
        new Request.Reverse(
            origin(collector, terminal, 999),
            "000001",
            String.format("%06d", trace),
            Money.ofFen(fen),
            cause,
            null),
        "pos");
  }

  String money(SerialNo serial) {
    return f.engine.find(serial).orElseThrow().state().name();
  }
}
