package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.utility.Bill;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.gridtill.simulator.sg186.utility.Installment;
import org.gridtill.simulator.sg186.utility.LatePenalty;
import org.gridtill.simulator.sg186.utility.Sort;
import org.gridtill.simulator.sg186.utility.Utility;

/** What is owed, and which payments and prepayments are taken. */
final class BillRules {

  private static final long LEAST_PART_FEN = 100;

  private final Utility utility;
  private final Memory memory;

  BillRules(Utility utility, Memory memory) {
    this.utility = utility;
    this.memory = memory;
  }

  /** Returns what a consumer owes on a day, oldest month first. */
  List<Due> arrears(Consumer consumer, LocalDate day) {
    List<Due> result = new ArrayList<>();
    for (Bill bill : utility.bills(consumer)) {
      List<Installment> paid = memory.installments(bill.receivableId());
      long left = bill.energyFen() - paid.stream().mapToLong(Installment::energyFen).sum();
      if (left > 0) {
        long penalty = LatePenalty.fen(consumer.kind(), bill, paid, day);
        result.add(new Due(bill.receivableId(), bill.month(), left, penalty));
      }
    }
    return result;
  }

  Decision judgePayment(Call call, Consumer consumer) {
    List<Due> dues = arrears(consumer, call.accountingDate());
    List<YearMonth> months = call.details().months();
    if (!months.isEmpty() && !dues.isEmpty()) {
      ResultCode missing = missing(consumer, dues, months);
      if (missing != ResultCode.DONE) {
        return Decision.refused(missing);
      }
      dues = dues.stream().filter(due -> months.contains(due.month())).toList();
    }
    if (dues.isEmpty()) {
      return Decision.refused(
          consumer.sort().hasMeter() ? ResultCode.BUY_CREDIT_INSTEAD : ResultCode.NOTHING_DUE);
    }
    long total = dues.stream().mapToLong(Due::totalFen).sum();
    if (call.amountFen() > total) {
      return Decision.refused(ResultCode.PREPAYMENT_REFUSED);
    }
    if (call.amountFen() < total && consumer.sort() != Sort.PARTIAL) {
      return Decision.refused(ResultCode.PARTIAL_NOT_ALLOWED);
    }
    return call.amountFen() < Math.min(total, LEAST_PART_FEN)
        ? Decision.refused(ResultCode.UNDERPAID)
        : Decision.settled(allocate(dues, call.amountFen()));
  }

  Decision judgePrepayment(Call call, Consumer consumer) {
    if (consumer.sort().hasMeter()) {
      return Decision.refused(ResultCode.CARD_METER);
    }
    if (consumer.sort() == Sort.NO_PREPAYMENT) {
      return Decision.refused(ResultCode.DEBIT_UNDER_WAY);
    }
    return arrears(consumer, call.accountingDate()).isEmpty()
        ? Decision.done()
        : Decision.refused(ResultCode.PREPAYMENT_REFUSED);
  }

  private ResultCode missing(Consumer consumer, List<Due> dues, List<YearMonth> months) {
    for (YearMonth month : months) {
      if (dues.stream().noneMatch(due -> due.month().equals(month))) {
        boolean billed =
            utility.bills(consumer).stream().anyMatch(bill -> bill.month().equals(month));
        return billed ? ResultCode.ALREADY_COLLECTED : ResultCode.NOTHING_DUE;
      }
    }
    return ResultCode.DONE;
  }

  /** Pays the oldest month first, and of each month the penalty first. */
  private static List<Due> allocate(List<Due> dues, long fen) {
    List<Due> result = new ArrayList<>();
    long left = fen;
    for (Due due : dues) {
      long penalty = Math.min(left, due.penaltyFen());
      long energy = Math.min(left - penalty, due.energyFen());
      if (penalty + energy > 0) {
        result.add(new Due(due.receivableId(), due.month(), energy, penalty));
      }
      left -= penalty + energy;
    }
    return result;
  }
}
