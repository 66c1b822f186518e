package org.gridtill.transactions;

import java.time.Instant;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.TransactionRow;

/**
 * Serves reversals. The key of a reversal is that of its original, so that a terminal may repeat it
 * as often as it likes, and send it before, during or after the payment.
 */
final class Reversals {

  private final JpaTemplate jpa;
  private final Ledger ledger;
  private final Resolver resolver;
  private final Replies replies;
  private final SerialNumbers serials;
  private final PlatformClock clock;

  Reversals(
      JpaTemplate jpa,
      Ledger ledger,
      Resolver resolver,
      Replies replies,
      SerialNumbers serials,
      PlatformClock clock) {
    this.jpa = jpa;
    this.ledger = ledger;
    this.resolver = resolver;
    this.replies = replies;
    this.serials = serials;
    this.clock = clock;
  }

  Reply reverse(Request.Reverse request, String channel) {
    Optional<TransactionRow> original = find(request);
    if (original.isPresent()) {
      return reverse(original.get(), request);
    }
    TransactionRow tombstone = newTombstone(request, channel);
    try {
      return replies.toReversal(ledger.block(tombstone));
    } catch (RuntimeException e) {
      // The original came at the same moment, or another copy of this reversal did.
      return reverse(find(request).orElseThrow(() -> e), request);
    }
  }

  private Reply reverse(TransactionRow original, Request.Reverse request) {
    if (!original.agencyCode().equals(request.origin().agencyCode())) {
      return replies.refused(Refusal.WRONG_AGENCY, "the payment is another agency's");
    }
    if (original.amount() != request.amount().fen()) {
      return replies.refused(Refusal.AMOUNT_DIFFERS, "only the full amount can be reversed");
    }
    if (Ledger.state(original) == TransactionState.COMPLETED && isOfAnEarlierDay(original)) {
      return replies.refused(
          Refusal.NOT_REVERSIBLE, "its accounting day " + original.accountingDate() + " is over");
    }
    TransactionRow row = ledger.apply(original.serialNo(), Event.REVERSAL_REQUESTED, Outcome.NONE);
    if (!Ledger.state(row).isSettled()) {
      row = resolver.resolveNow(row.serialNo());
    }
    return replies.toReversal(row);
  }

  private boolean isOfAnEarlierDay(TransactionRow row) {
    return row.accountingDate().isBefore(clock.accountingDate(clock.now()));
  }

  private Optional<TransactionRow> find(Request.Reverse request) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            TransactionTable.find(
                em,
                request.origin().terminalCode(),
                request.originalBatchNo(),
                request.originalTraceNo()));
  }

  private TransactionRow newTombstone(Request.Reverse request, String channel) {
    Instant now = clock.now();
    Origin origin = request.origin();
    return new TransactionRow(
        serials.next().number(),
        origin.terminalCode(),
        request.originalBatchNo(),
        request.originalTraceNo(),
        origin.agencyCode(),
        channel,
        null,
        request.amount().fen(),
        clock.accountingDate(now),
        now.toEpochMilli());
  }
}
