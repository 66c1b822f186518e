package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.contract.types.TransactionState;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.gridtill.simulator.sg186.utility.Utility;

/**
 * Takes transactions and reversals, each serial number once. Safe for use by many threads: one call
 * at a time, which is quick enough, as a call costs a few look-ups and at most two writes to a
 * file.
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
  private final Memory memory;
  private final BillRules bills;
  private final MeterRules meters;
  private final RewriteRules rewrites;
  private final ReversalRules reversals;
  private MeterAnswer meterAnswer = MeterAnswer.NOW;

  /**
   * Makes a ledger.
   *
   * @param past what happened before, oldest first
   */
  public Ledger(Utility utility, Storage storage, List<Event> past) {
    this.utility = utility;
    this.storage = storage;
    memory = new Memory(new MeterMemory(utility));
    bills = new BillRules(utility, memory);
    meters = new MeterRules(bills, memory);
    rewrites = new RewriteRules(meters, memory);
    reversals = new ReversalRules(utility, rewrites, memory);
    past.forEach(memory::apply);
  }

  /** Returns what a consumer owes on a day, oldest month first. */
  public synchronized List<Due> arrears(Consumer consumer, LocalDate day) {
    return bills.arrears(consumer, day);
  }

  /** Returns a consumer's prepaid balance, in fen. */
  public synchronized long balanceFen(String consumerNo) {
    return memory.balanceFen(consumerNo);
  }

  /**
   * Returns what is known of a consumer's meter.
   *
   * @param card a card that was read; what is on it counts as known
   */
  public synchronized MeterView meter(
      Consumer consumer, Optional<CardReading> card, LocalDate day) {
    MeterRecord record = memory.meters().record(consumer);
    long arrearsFen = bills.arrears(consumer, day).stream().mapToLong(Due::totalFen).sum();
    ResultCode obstacle = meters.obstacle(consumer, card, arrearsFen > 0);
    boolean proven = card.isPresent() && obstacle == ResultCode.DONE;
    return new MeterView(
        proven ? record.proven(card.get()) : record,
        arrearsFen,
        obstacle,
        memory.cardReport(record.card().writer()));
  }

  /**
   * Takes a transaction, or a reversal.
   *
   * @param refusal the code to refuse it with if it is new; none to let the rules decide
   * @throws DuplicateSerialException if the serial number was used for another call
   */
  public synchronized Answer execute(Call call, Optional<ResultCode> refusal)
      throws DuplicateSerialException {
    Optional<Entry> before = earlier(call);
    if (before.isPresent()) {
      return memory.isReversed(call.serialNo())
          ? Answer.refusal(call, ResultCode.ALREADY_REVERSED, before.get().upstreamSerialNo(), true)
          : Answer.of(before.get(), true);
    }
    Decision decision = refusal.map(Decision::refused).orElseGet(() -> judge(call));
    if (call.isReversal() && FOR_THE_MOMENT.contains(decision.code())) {
      return Answer.refusal(call, decision.code(), "", false);
    }
    Entry entry = record(call, decision);
    if (entry.isDone() && call.kind() == TransactionKind.REMOTE_RECHARGE) {
      send(entry);
    }
    return Answer.of(entry, false);
  }

  /**
   * Takes a terminal's report on the card of a sale; the last one counts.
   *
   * @param refusal the code to refuse it with; none to let the rules decide
   */
  public synchronized ResultCode report(
      String sale,
      String agencyCode,
      String consumerNo,
      CardOutcome outcome,
      Optional<ResultCode> refusal) {
    ResultCode code =
        refusal.orElseGet(() -> rewrites.judgeReport(sale, agencyCode, consumerNo, outcome));
    boolean news = !memory.cardReport(sale).equals(Optional.of(outcome));
    if (code == ResultCode.DONE && news) {
      note(Note.Kind.CARD_REPORT, sale, outcome.name());
    }
    return code;
  }

  /** Returns what a terminal last reported on the card of a sale. */
  public synchronized Optional<CardOutcome> cardReport(String sale) {
    return memory.cardReport(sale);
  }

  /** Sets how meters answer from now on. */
  public synchronized void meterAnswer(MeterAnswer answer) {
    meterAnswer = answer;
  }

  /**
   * Lets the meters answer that have not yet.
   *
   * @param take whether by their rules; otherwise no
   * @return how many did
   */
  public synchronized int answerPending(boolean take) {
    List<String> pending = memory.meters().pending();
    for (String serialNo : pending) {
      answer(memory.entry(serialNo).orElseThrow(), take);
    }
    return pending.size();
  }

  /** Uses a part of a prepaid balance, as a bill would. */
  public synchronized void useBalance(String consumerNo, long fen) {
    if (fen <= 0 || fen > memory.balanceFen(consumerNo)) {
      throw new IllegalArgumentException("the prepaid balance is less than that");
    }
    note(Note.Kind.BALANCE_USED, consumerNo, Long.toString(fen));
  }

  /** Closes an accounting day, and all before it. */
  public synchronized void closeDay(LocalDate day) {
    note(Note.Kind.DAY_CLOSED, day.toString(), "");
  }

  /** Returns the day in which something for that day would be booked. */
  public synchronized LocalDate booking(LocalDate day) {
    return memory.booking(day);
  }

  /** Tells where a transaction stands; nothing if it was never heard of. */
  public synchronized Optional<Standing> standing(String serialNo) {
    Optional<Entry> entry = memory.entry(serialNo);
    if (entry.isPresent()) {
      return Optional.of(standing(entry.get()));
    }
    return memory.isBlocked(serialNo)
        ? Optional.of(new Standing(TransactionState.BLOCKED, Optional.empty(), Optional.empty()))
        : Optional.empty();
  }

  /** Returns where each recorded transaction stands, in the order they came. */
  public synchronized List<Standing> standings() {
    List<Standing> result = new ArrayList<>(memory.size());
    memory.entries().forEach(entry -> result.add(standing(entry)));
    return result;
  }

  /** Returns the serial numbers that are blocked by a reversal and never came. */
  public synchronized List<String> blocked() {
    return memory.blockedAndNeverCame();
  }

  /** Forgets everything: all bills are unpaid again, and nothing was sold. */
  public synchronized void reset() {
    storage.clear();
    memory.clear();
    meterAnswer = MeterAnswer.NOW;
  }

  private Optional<Entry> earlier(Call call) throws DuplicateSerialException {
    Optional<Entry> entry = memory.entry(call.serialNo());
    if (entry.isPresent() && !entry.get().call().equals(call)) {
      throw new DuplicateSerialException(call.serialNo());
    }
    return entry;
  }

  private Decision judge(Call call) {
    if (call.isReversal()) {
      return Decision.refused(reversals.judge(call));
    }
    if (memory.isBlocked(call.serialNo())) {
      return Decision.refused(ResultCode.ALREADY_REVERSED);
    }
    Optional<Consumer> consumer = utility.consumer(call.consumerNo());
    return consumer.isPresent()
        ? judge(call, consumer.get())
        : Decision.refused(ResultCode.NO_SUCH_CONSUMER);
  }

  private Decision judge(Call call, Consumer consumer) {
    return switch (call.kind()) {
      case PAYMENT -> bills.judgePayment(call, consumer);
      case PREPAYMENT -> bills.judgePrepayment(call, consumer);
      case CARD_OPENING -> meters.judgeOpening(call, consumer);
      case CARD_RECHARGE -> meters.judgeRecharge(call, consumer);
      case REMOTE_RECHARGE -> meters.judgeRemote(call, consumer);
      case CARD_REPLACEMENT -> meters.judgeReplacement(call, consumer);
      case CARD_REWRITE -> rewrites.judgeRewrite(call, consumer);
      case CARD_CLEARING -> rewrites.judgeClearing(call, consumer);
      case REVERSAL -> throw new IllegalStateException();
    };
  }

  private void send(Entry sale) {
    if (meterAnswer != MeterAnswer.LATER) {
      answer(sale, meterAnswer == MeterAnswer.NOW);
    }
  }

  private void answer(Entry sale, boolean take) {
    MeterOutcome outcome = take ? memory.meters().send(sale) : MeterOutcome.REFUSED;
    note(Note.Kind.METER_ANSWER, sale.call().serialNo(), outcome.name());
  }

  /** Makes an entry durable first and effective then. */
  private Entry record(Call call, Decision decision) {
    String upstream = String.format("SG%010d", memory.size() + 1);
    Entry entry =
        new Entry(
            call,
            decision.code(),
            upstream,
            memory.booking(call.accountingDate()),
            decision.effect());
    keep(entry);
    return entry;
  }

  private void note(Note.Kind kind, String subject, String value) {
    keep(new Note(kind, subject, value));
  }

  private void keep(Event event) {
    storage.append(event);
    memory.apply(event);
  }

  private Standing standing(Entry entry) {
    String serialNo = entry.call().serialNo();
    return new Standing(state(entry), Optional.of(entry), memory.meters().outcome(serialNo));
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
