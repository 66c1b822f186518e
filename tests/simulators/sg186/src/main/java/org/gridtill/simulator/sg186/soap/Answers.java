package org.gridtill.simulator.sg186.soap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.simulator.sg186.contract.types.MeterAccount;
import org.gridtill.simulator.sg186.contract.types.MeterKind;
import org.gridtill.simulator.sg186.contract.types.MeterState;
import org.gridtill.simulator.sg186.contract.types.Payment;
import org.gridtill.simulator.sg186.contract.types.Receivable;
import org.gridtill.simulator.sg186.contract.types.RequestHeader;
import org.gridtill.simulator.sg186.contract.types.ResponseHeader;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.Reversal;
import org.gridtill.simulator.sg186.contract.types.Statement;
import org.gridtill.simulator.sg186.contract.types.Transaction;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.ledger.Call;
import org.gridtill.simulator.sg186.ledger.Due;
import org.gridtill.simulator.sg186.ledger.Effect;
import org.gridtill.simulator.sg186.ledger.Entry;
import org.gridtill.simulator.sg186.ledger.MeterView;
import org.gridtill.simulator.sg186.ledger.Standing;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.gridtill.simulator.sg186.utility.Sort;

/** Puts what the utility knows in the words of the contract. */
final class Answers {

  private Answers() {}

  static ResponseHeader header(
      RequestHeader request, ResultCode code, String upstreamSerialNo, boolean replayed) {
    ResponseHeader header = new ResponseHeader();
    header.setSerialNo(request.getSerialNo());
    header.setUpstreamSerialNo(upstreamSerialNo.isEmpty() ? null : upstreamSerialNo);
    header.setResultCode(code);
    header.setResultText(text(code));
    header.setAccountingDate(request.getAccountingDate());
    header.setReplayed(replayed);
    return header;
  }

  static Statement statement(Consumer consumer, List<Due> dues) {
    Statement statement = new Statement();
    statement.setConsumerNo(consumer.number());
    statement.setConsumerName(consumer.name());
    statement.setAddress(consumer.address());
    statement.setConsumerClass(consumer.kind());
    statement.setTotalDue(yuan(dues.stream().mapToLong(Due::totalFen).sum()));
    dues.forEach(due -> statement.getReceivable().add(receivable(due)));
    return statement;
  }

  static MeterAccount account(Consumer consumer, MeterView view) {
    MeterAccount account = new MeterAccount();
    account.setConsumerNo(consumer.number());
    account.setConsumerName(consumer.name());
    account.setAddress(consumer.address());
    account.setMeterNo(consumer.meterNo());
    account.setMeterKind(consumer.sort() == Sort.REMOTE_METER ? MeterKind.REMOTE : MeterKind.CARD);
    account.setMeterState(view.record().open() ? MeterState.OPEN : MeterState.NOT_OPEN);
    account.setPurchaseCount(BigInteger.valueOf(view.record().count()));
    account.setPendingAmount(yuan(view.pendingFen()));
    account.setMinPurchase(yuan(view.leastFen()));
    account.setMaxPurchase(yuan(view.mostFen()));
    account.setArrears(yuan(view.arrearsFen()));
    account.setObstacle(view.obstacle());
    account.setObstacleText(view.obstacle() == ResultCode.DONE ? null : text(view.obstacle()));
    return account;
  }

  static Payment payment(
      Call call, String consumerName, Effect effect, Optional<MeterOutcome> meter) {
    Payment payment = new Payment();
    payment.setConsumerNo(call.consumerNo());
    payment.setConsumerName(consumerName);
    payment.setAmount(yuan(call.amountFen()));
    effect.settled().forEach(due -> payment.getReceivable().add(receivable(due)));
    switch (call.kind()) {
      case PREPAYMENT -> payment.setPrepaid(yuan(call.amountFen()));
      case CARD_OPENING, CARD_RECHARGE, REMOTE_RECHARGE ->
          payment.setPurchased(yuan(call.amountFen()));
      default -> {
        // The receivables are all, or no money moved.
      }
    }
    payment.setCardWrite(effect.script().map(Cards::write).orElse(null));
    payment.setMeterOutcome(
        meter
            .map(
                outcome ->
                    org.gridtill.simulator.sg186.contract.types.MeterOutcome.fromValue(
                        outcome.name()))
            .orElse(null));
    return payment;
  }

  static Reversal reversal(Call call) {
    Reversal reversal = new Reversal();
    reversal.setOriginalSerialNo(call.originalSerialNo());
    reversal.setConsumerNo(call.consumerNo());
    reversal.setAmount(yuan(call.amountFen()));
    return reversal;
  }

  static Transaction transaction(String serialNo, Standing standing, String consumerName) {
    Transaction transaction = new Transaction();
    transaction.setSerialNo(serialNo);
    transaction.setKind(TransactionKind.PAYMENT);
    transaction.setState(standing.state());
    ResultCode code = standing.entry().map(Entry::code).orElse(ResultCode.ALREADY_REVERSED);
    transaction.setResultCode(code);
    transaction.setResultText(text(code));
    standing
        .entry()
        .ifPresent(entry -> describe(transaction, entry, standing.meter(), consumerName));
    return transaction;
  }

  private static void describe(
      Transaction transaction, Entry entry, Optional<MeterOutcome> meter, String consumerName) {
    transaction.setUpstreamSerialNo(entry.upstreamSerialNo());
    transaction.setAccountingDate(entry.booked());
    transaction.setKind(entry.call().kind());
    if (!entry.isDone()) {
      return;
    }
    if (entry.call().isReversal()) {
      transaction.setReversal(reversal(entry.call()));
    } else {
      transaction.setPayment(payment(entry.call(), consumerName, entry.effect(), meter));
    }
  }

  private static Receivable receivable(Due due) {
    Receivable receivable = new Receivable();
    receivable.setReceivableId(due.receivableId());
    receivable.setBillingMonth(due.month());
    receivable.setEnergyCharge(yuan(due.energyFen()));
    receivable.setLatePenalty(yuan(due.penaltyFen()));
    return receivable;
  }

  private static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }

  private static String text(ResultCode code) {
    String words = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
