package org.gridtill.transactions;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.accounts.JpaJournal;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.credit.JpaCredit;
import org.gridtill.receipts.JpaReceipts;
import org.gridtill.store.testing.TestDatabase;
import org.gridtill.transactions.Violation.Invariant;

/** One agency with one terminal, an engine that may die at any moment, and a billing system. */
final class ModelWorld {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST_HEALING = 60;

  final String agency;
  final String terminal;
  final TestDatabase database;
  final ModelBilling billing = new ModelBilling();
  final ModelTill till;
  final JpaJournal journal;
  final JpaCredit credit;
  private final EngineFixture.TestClock clock = new EngineFixture.TestClock();
  private final CrashPoints crashes = new CrashPoints();
  private final BrokenEngine defect;
  private final JpaReceipts receipts;
  private Engine engine;
  private CollectedMoneyTable money;
  private int batches;

  /**
   * Makes a world of its own in a database that others share.
   *
   * @param number tells it from the others
   * @param defect what is broken on purpose
   */
  ModelWorld(TestDatabase database, int number, BrokenEngine defect) {
    this.database = database;
    this.defect = defect;
    agency = String.format("A%08d", number);
    terminal = String.format("T%08d", number);
    till = new ModelTill(terminal, agency, number);
    journal = new JpaJournal(database.jpa(), clock);
    credit = new JpaCredit(database.jpa());
    receipts = new JpaReceipts(database.jpa(), clock);
    TestAgencies agencies = new TestAgencies(database.jpa(), clock);
    agencies.open("R" + agency, Money.parse("65.00"));
    agencies.open(agency, "R" + agency, Money.parse("60.00"));
    agencies.open(collector(), Money.parse("55.00"));
    restart();
  }

  Engine engine() {
    return engine;
  }

  private void restart() {
    EngineParts parts =
        new EngineParts(
            crashes.around(database.jpa()),
            new Ledger.Books(journal, credit, receipts, new TestAgencies.Deaf()),
            clock,
            new Ledger.Timing(new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)), PATIENCE),
            new ReversalPolicy(Duration.ofMinutes(5), null, Map.of()),
            crashes.line(billing));
    engine = new Engine(defect.parts(parts));
    money = new CollectedMoneyTable(parts.jpa());
  }

  /** Does one step; a process that dies is started anew. */
  void run(Op op) {
    if (op.fault() != null) {
      billing.next(op.fault());
    }
    crashes.arm(op.fuse());
    try {
      step(op);
    } catch (CrashPoints.Crash e) {
      restart();
    } catch (RuntimeException e) {
      throw new Violation(Invariant.NO_FAILURE, e);
    } finally {
      crashes.arm(-1);
      billing.heal();
    }
  }

  private void step(Op op) {
    switch (op.kind()) {
      case PAY, PREPAY, OPEN, RECHARGE, RECHARGE_REMOTELY, REPLACE, REWRITE, CLEAR ->
          till.order(op).ifPresent(this::send);
      case REPEAT -> till.earlier(op.which()).ifPresent(this::send);
      case REUSE_KEY -> till.earlier(op.which()).ifPresent(this::sendOther);
      case REVERSE ->
          till.earlier(op.which())
              .filter(order -> order.sale == null)
              .ifPresent(order -> reverse(order, op.which()));
      case REVERSE_BEFORE -> reverseNext(op.which());
      case ASK -> till.earlier(op.which()).ifPresent(this::ask);
      case WRITE -> till.write(op.which());
      case REPORT -> till.report(op.which()).ifPresent(this::handle);
      case INSERT -> till.insert();
      case QUERY_METER -> handle(till.queryMeter(op.which()));
      case ANSWER_OVER_THE_AIR ->
          billing
              .utility()
              .answerOverTheAir(MeterOutcome.values()[op.which() % MeterOutcome.values().length]);
      case ARRIVE_LATE -> billing.arriveLate();
      case REMIT -> remit(op);
      case WAIT -> clock.advance(Duration.ofSeconds(op.which() > 90 ? 36_000 : op.which()));
      case RESOLVE -> resolve();
      case RESTART -> restart();
    }
  }

  private void remit(Op op) {
    Holder holder = op.which() % 2 == 0 ? collector() : Holder.agency(agency);
    money.take(holder, ++batches);
  }

  /** Who works the terminal. */
  Holder collector() {
    return new Holder(agency, "C1");
  }

  /** Returns everybody whose limit a transaction needs. */
  List<Holder> holders() {
    return List.of(collector(), Holder.agency(agency), Holder.agency("R" + agency));
  }

  private Reply handle(Request request) {
    return engine.handle(request, "pos");
  }

  private void send(ModelTill.Order order) {
    Reply reply = handle(order.request);
    till.told(order, reply);
    Told.check(this, order, reply);
  }

  private void sendOther(ModelTill.Order order) {
    Request other =
        new Request.PayBills(
            till.origin(order.trace), new ConsumerNo("4000000000"), ModelTill.amount(order.trace));
    boolean known = find(order.trace).isPresent();
    boolean blocked = find(order.trace).filter(r -> r.consumerNo() == null).isPresent();
    if (!known || blocked) {
      // The first to come has the key, whatever was meant to come; nothing to be learned.
      return;
    }
    Reply reply = handle(other);
    boolean refused = reply instanceof Reply.Refused r && r.reason() == Refusal.DUPLICATE_KEY;
    Violation.unless(refused, Invariant.OTHER_CONTENT, "answered " + reply);
  }

  private void reverse(ModelTill.Order order, int which) {
    Told.checkReversal(this, order.trace, handle(till.reversal(order, which)));
  }

  private void reverseNext(int which) {
    int trace = till.nextTrace();
    Request.Reverse early =
        new Request.Reverse(
            till.origin(900_000 + which),
            ModelTill.BATCH,
            String.format("%06d", trace),
            ModelTill.amount(trace),
            Request.Cause.NO_ANSWER,
            null);
    Told.checkReversal(this, trace, handle(early));
  }

  private void ask(ModelTill.Order order) {
    Told.checkAnswer(
        this,
        order,
        handle(
            new Request.QueryTransaction(
                till.origin(600_000 + order.trace),
                ModelTill.BATCH,
                String.format("%06d", order.trace))));
  }

  private void resolve() {
    engine.resolver().due().forEach(engine.resolver()::resolve);
  }

  /** Lets the faults end and time pass, until nothing is open. */
  void heal() {
    billing.utility().answerOverTheAir(MeterOutcome.TAKEN);
    for (int i = 0; i < LONGEST_HEALING && !open().isEmpty(); i++) {
      clock.advance(PATIENCE.plusMinutes(6));
      attempt(
          () -> {
            resolve();
            return null;
          });
    }
    Violation.unless(open().isEmpty(), Invariant.NOTHING_IN_DOUBT, "still open: " + open().size());
    billing.arriveLate();
  }

  private static void attempt(Supplier<Void> code) {
    try {
      code.get();
    } catch (RuntimeException e) {
      throw new Violation(Invariant.NO_FAILURE, e);
    }
  }

  private List<?> open() {
    return engine.unsettled(10);
  }

  Optional<TransactionRecord> find(int trace) {
    return database
        .jpa()
        .txExpr(
            TransactionType.Required,
            em ->
                TransactionTable.find(em, terminal, ModelTill.BATCH, String.format("%06d", trace))
                    .map(row -> Records.record(em, row)));
  }
}
