package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gridtill.accounts.JpaJournal;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.credit.JpaCredit;
import org.gridtill.notifications.JpaOutbox;
import org.gridtill.receipts.JpaReceipts;
import org.gridtill.store.testing.TestDatabase;

/** The engine on a real database, with the journal, credit and receipts that it works with. */
final class EngineFixture implements AutoCloseable {

  static final String AGENCY = "A001";
  static final String TERMINAL = "T0000001";
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final TestDatabase database = new TestDatabase();
  final TestClock clock = new TestClock();
  final ModelBilling billing = new ModelBilling();
  final DirectLine billingLine = new DirectLine();
  final JpaJournal journal = new JpaJournal(database.jpa(), clock);
  final JpaCredit credit = new JpaCredit(database.jpa());
  final TestAgencies agencies = new TestAgencies(database.jpa(), clock);
  final JpaReceipts receipts = new JpaReceipts(database.jpa(), clock);
  final JpaOutbox outbox = new JpaOutbox(database.jpa(), clock);
  private ReversalPolicy policy = new ReversalPolicy(Duration.ofMinutes(5), null, Map.of());
  Engine engine;

  EngineFixture(Money limit) {
    agencies.open(AGENCY, limit);
    agencies.open(new Holder(AGENCY, "C1"), limit);
    agencies.open(new Holder(AGENCY, "C2"), limit);
    restart();
  }

  /** A new process on the same database. */
  void restart() {
    engine = new Engine(parts());
    billingLine.use(billing);
  }

  private EngineParts parts() {
    return new EngineParts(
        database.jpa(),
        new Ledger.Books(journal, credit, receipts, outbox),
        clock,
        new Ledger.Timing(new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)), PATIENCE),
        policy,
        billingLine);
  }

  /** Goes on with another policy, as after a change of the configuration. */
  void restart(ReversalPolicy newPolicy) {
    policy = newPolicy;
    restart();
  }

  /** Every call is made, on the caller's thread. */
  static final class DirectLine implements BillingLine {

    private BillingSystem system;

    /** Sets whom to call; null for nobody. */
    void use(BillingSystem newSystem) {
      system = newSystem;
    }

    @Override
    public <T> BillingResult<T> call(
        String operation, Function<BillingSystem, BillingResult<T>> call) {
      return system == null
          ? new BillingResult.Declined<>(DeclineReason.UNREACHABLE, "", "no adapter")
          : call.apply(system);
    }
  }

  static Origin origin(int trace) {
    return new Origin(TERMINAL, AGENCY, "000001", String.format("%06d", trace));
  }

  Reply pay(int trace, long fen) {
    return engine.handle(
        new Request.PayBills(origin(trace), new ConsumerNo("0100000001"), Money.ofFen(fen)), "pos");
  }

  Reply reverse(int trace, long fen) {
    return engine.handle(
        new Request.Reverse(origin(999), "000001", String.format("%06d", trace), Money.ofFen(fen)),
        "pos");
  }

  Reply ask(int trace) {
    return engine.handle(
        new Request.QueryTransaction(origin(998), "000001", String.format("%06d", trace)), "pos");
  }

  /** Lets a moment pass in which everything comes due, and the resolver work once. */
  void resolveAll() {
    clock.advance(PATIENCE.plusMinutes(5));
    resolveDue();
  }

  void resolveDue() {
    engine.resolver().due().forEach(engine.resolver()::resolve);
  }

  TransactionRecord only() {
    var latest = engine.latest(TERMINAL, 10);
    assertThat(latest).hasSize(1);
    return latest.get(0);
  }

  TransactionState state() {
    return only().state();
  }

  SerialNo serial() {
    return only().serialNo();
  }

  Optional<JournalEntry> entry(EntryKind kind, SerialNo serial) {
    return journal.find(EntryKey.of(kind, serial));
  }

  CreditLine line() {
    return credit.find(Holder.agency(AGENCY)).orElseThrow();
  }

  /** What must hold whenever nothing is under way. */
  void assertSound() {
    TrialBalance balance = journal.trialBalance();
    assertThat(balance.total()).isEqualTo(Money.ZERO);
    Money agency =
        balance.rows().stream()
            .filter(r -> r.account().matches("(agency|collector)/" + AGENCY + "(/.*)?"))
            .map(TrialBalance.Row::balance)
            .reduce(Money.ZERO, Money::plus);
    assertThat(agency).as("the journal and the billing system").isEqualTo(billing.kept());
    assertThat(line().used()).as("the credit line and the journal").isEqualTo(agency);
    assertThat(line().reserved()).as("what is still reserved").isEqualTo(Money.ZERO);
    assertThat(engine.unsettled(10)).isEmpty();
  }

  @Override
  public void close() {
    database.close();
  }

  /** A clock that stands still until it is moved. */
  static final class TestClock implements PlatformClock {

    private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public LocalDate accountingDate(Instant moment) {
      return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }
  }
}
