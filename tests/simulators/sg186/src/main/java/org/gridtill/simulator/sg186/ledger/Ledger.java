package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionState;
import org.gridtill.simulator.sg186.utility.Bill;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.gridtill.simulator.sg186.utility.LatePenalty;
import org.gridtill.simulator.sg186.utility.Utility;

/**
 * Takes payments and reversals, each serial number once. Safe for use by many threads: one call at
 * a time, which is quick enough, as a call costs a few look-ups and at most one write to a file.
 */
public final class Ledger {

  /** A reversal refused with one of these is not recorded: it may be sent again as it is. */
  private static final Set<ResultCode> FOR_THE_MOMENT =
      Set.of(
          ResultCode.FAILED,
          ResultCode.DAY_END,
          ResultCode.DATABASE_FAILURE,
          ResultCode.COMMUNICATION_FAILURE);

  private final Utility utility;
  private final Storage storage;
  private final Memory memory = new Memory();

  /**
   * Makes a ledger.
   *
   * @param past what happened before, oldest first
   */
  public Ledger(Utility utility, Storage storage, List<Entry> past) {
    this.utility = utility;
    this.storage = storage;
    past.forEach(memory::apply);
  }

  /** Returns what a consumer owes on a day, oldest month first. */
  public synchronized List<Due> arrears(Consumer consumer, LocalDate day) {
    List<Due> result = new ArrayList<>();
    for (Bill bill : utility.bills(consumer)) {
      if (!memory.isSettled(bill.receivableId())) {
        long penalty = LatePenalty.fen(consumer.kind(), bill, day);
        result.add(new Due(bill.receivableId(), bill.month(), bill.energyFen(), penalty));
      }
    }
    return result;
  }

  /**
   * Takes a payment.
   *
   * @param refusal the code to refuse it with if it is new; none to let the rules decide
   * @throws DuplicateSerialException if the serial number was used for another call
   */
  public synchronized Answer pay(Call call, Optional<ResultCode> refusal)
      throws DuplicateSerialException {
    Optional<Entry> before = earlier(call);
    if (before.isPresent()) {
      return memory.isReversed(call.serialNo())
          ? new Answer(
              ResultCode.ALREADY_REVERSED, before.get().upstreamSerialNo(), List.of(), true)
          : Answer.again(before.get());
    }
    Optional<Consumer> consumer = utility.consumer(call.consumerNo());
    List<Due> dues = consumer.map(c -> arrears(c, call.accountingDate())).orElse(List.of());
    ResultCode code = refusal.orElseGet(() -> judgePayment(call, consumer.isPresent(), dues));
    return Answer.first(record(call, code, code == ResultCode.DONE ? dues : List.of()));
  }

  /**
   * Takes a reversal.
   *
   * @param refusal the code to refuse it with if it is new; none to let the rules decide
   * @throws DuplicateSerialException if the serial number was used for another call
   */
  public synchronized Answer reverse(Call call, Optional<ResultCode> refusal)
      throws DuplicateSerialException {
    Optional<Entry> before = earlier(call);
    if (before.isPresent()) {
      return Answer.again(before.get());
    }
    ResultCode code = refusal.orElseGet(() -> judgeReversal(call));
    return FOR_THE_MOMENT.contains(code)
        ? new Answer(code, "", List.of(), false)
        : Answer.first(record(call, code, List.of()));
  }

  /** Tells where a transaction stands; nothing if it was never heard of. */
  public synchronized Optional<Standing> standing(String serialNo) {
    Optional<Entry> entry = memory.entry(serialNo);
    if (entry.isPresent()) {
      return Optional.of(new Standing(state(entry.get()), entry));
    }
    return memory.isBlocked(serialNo)
        ? Optional.of(new Standing(TransactionState.BLOCKED, Optional.empty()))
        : Optional.empty();
  }

  /** Returns where each recorded transaction stands, in the order they came. */
  public synchronized List<Standing> standings() {
    List<Standing> result = new ArrayList<>(memory.size());
    for (Entry entry : memory.entries()) {
      result.add(new Standing(state(entry), Optional.of(entry)));
    }
    return result;
  }

  /** Returns the serial numbers that are blocked by a reversal and never came. */
  public synchronized List<String> blocked() {
    return memory.blockedAndNeverCame();
  }

  /** Forgets everything: all bills are unpaid again. */
  public synchronized void reset() {
    storage.clear();
    memory.clear();
  }

  private Optional<Entry> earlier(Call call) throws DuplicateSerialException {
    Optional<Entry> entry = memory.entry(call.serialNo());
    if (entry.isPresent() && !entry.get().call().equals(call)) {
      throw new DuplicateSerialException(call.serialNo());
    }
    return entry;
  }

  private ResultCode judgePayment(Call call, boolean knownConsumer, List<Due> dues) {
    if (memory.isBlocked(call.serialNo())) {
      return ResultCode.ALREADY_REVERSED;
    }
    if (!knownConsumer) {
      return ResultCode.NO_SUCH_CONSUMER;
    }
    if (dues.isEmpty()) {
      return ResultCode.NOTHING_DUE;
    }
    long total = dues.stream().mapToLong(Due::totalFen).sum();
    if (call.amountFen() == total) {
      return ResultCode.DONE;
    }
    return call.amountFen() < total ? ResultCode.UNDERPAID : ResultCode.PREPAYMENT_REFUSED;
  }

  private ResultCode judgeReversal(Call call) {
    Optional<Entry> found = memory.entry(call.originalSerialNo());
    if (found.isEmpty() || found.get().call().isReversal() || !found.get().isDone()) {
      return ResultCode.NOTHING_TO_REVERSE;
    }
    Call original = found.get().call();
    if (!original.consumerNo().equals(call.consumerNo())) {
      return ResultCode.REVERSAL_OF_ANOTHER_CONSUMER;
    }
    if (!original.agencyCode().equals(call.agencyCode())) {
      return ResultCode.ANOTHER_AGENCY;
    }
    if (original.amountFen() != call.amountFen()) {
      return ResultCode.REVERSAL_AMOUNT_DIFFERS;
    }
    if (memory.isReversed(call.originalSerialNo())) {
      return ResultCode.ALREADY_REVERSED;
    }
    return original.accountingDate().equals(call.accountingDate())
        ? ResultCode.DONE
        : ResultCode.NOT_ON_ANOTHER_DAY;
  }

  /** Makes an entry durable first and effective then. */
  private Entry record(Call call, ResultCode code, List<Due> settled) {
    String upstream = String.format("SG%010d", memory.size() + 1);
    Entry entry = new Entry(call, code, upstream, settled);
    storage.append(entry);
    memory.apply(entry);
    return entry;
  }

  private TransactionState state(Entry entry) {
    if (!entry.isDone()) {
      return TransactionState.REFUSED;
    }
    return memory.isReversed(entry.call().serialNo())
        ? TransactionState.REVERSED
        : TransactionState.DONE;
  }
}
