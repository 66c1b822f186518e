package org.gridtill.transactions;

import java.time.Instant;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.store.transactions.TransactionRow;

/**
 * Serves reversals. The key of a reversal is that of its original, so that a terminal may repeat it
 * as often as it likes, and send it before, during or after the transaction.
 */
final class Reversals {

  private final JpaTemplate jpa;
  private final Ledger ledger;
  private final ReversalCommit commit;
  private final Resolver resolver;
  private final Replies replies;
  private final SerialNumbers serials;
  private final PlatformClock clock;

  Reversals(
      JpaTemplate jpa,
      Ledger ledger,
      ReversalCommit commit,
      Resolver resolver,
      Replies replies,
      SerialNumbers serials,
      PlatformClock clock) {
    this.jpa = jpa;
    this.ledger = ledger;
    this.commit = commit;
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
      return refused(ReversalRule.FULL_AMOUNT, Refusal.AMOUNT_DIFFERS);
    }
    ReversalCommit.Decision decision = commit.request(original, request);
    if (decision.rule() != null) {
      return refused(decision.rule(), refusal(decision.rule()));
    }
    TransactionRow row = decision.row();
    if (!Kinds.state(row).isSettled()) {
      row = resolver.resolveNow(row.serialNo());
    }
    return replies.toReversal(row);
  }

  private Reply refused(ReversalRule rule, Refusal refusal) {
    return replies.refused(refusal, rule + ": " + rule.words());
  }

  /** What the terminal can do about a rule. */
  private static Refusal refusal(ReversalRule rule) {
    return switch (rule) {
      case CARD_CLEARED -> Refusal.CARD_NOT_CLEARED;
      case METER_NOT_CREDITED -> Refusal.METER_TOOK_CREDIT;
      case SECOND_PERSON -> Refusal.AUTHORIZATION_REQUIRED;
      default -> Refusal.NOT_REVERSIBLE;
    };
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

  /** Its kind is not known yet; bills are what is paid most. */
  private TransactionRow newTombstone(Request.Reverse request, String channel) {
    Instant now = clock.now();
    Origin origin = request.origin();
    return new TransactionRow(
        serials.next().number(),
        new TransactionRow.Key(
            origin.terminalCode(),
            request.originalBatchNo(),
            request.originalTraceNo(),
            origin.agencyCode(),
            origin.collectorCode(),
            channel),
        new TransactionRow.Order(
            TransactionKind.BILL_PAYMENT.name(),
            null,
            request.amount().fen(),
            null,
            null,
            clock.accountingDate(now)),
        now.toEpochMilli());
  }
}
