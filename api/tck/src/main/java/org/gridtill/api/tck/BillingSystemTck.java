package org.gridtill.api.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.assertj.core.api.Condition;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Confirmed;
import org.gridtill.api.adapter.billing.BillingResult.Declined;
import org.gridtill.api.adapter.billing.BillingResult.NotFound;
import org.gridtill.api.adapter.billing.BillingResult.Unknown;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.billing.BillingSystem.ReversalConfirmation;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.billing.ReversalOrder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an adapter to a billing system must keep to, examined against one that can be disturbed. */
public abstract class BillingSystemTck extends AdapterTck<BillingSystem> {

  private static final int THREADS = 8;
  private static final int ROUNDS = 10;

  /** That the call did not get there is all that is known. */
  private static final Condition<BillingResult<?>> SILENCE =
      new Condition<>(
          result ->
              result instanceof Unknown
                  || result instanceof Declined<?> declined
                      && declined.reason() == DeclineReason.UNREACHABLE,
          "Unknown, or Declined as unreachable");

  private static final AtomicLong SERIALS =
      new AtomicLong(Instant.now().getEpochSecond() % 1_000_000_000 * 1000);

  /** Makes a suite. */
  protected BillingSystemTck() {
    super(BillingSystem.class);
  }

  /** Returns an adapter that is connected with {@link #peer}, as the bundle's service would be. */
  protected abstract BillingSystem system() throws Exception;

  /** Returns the other end. */
  protected abstract BillingPeer peer() throws Exception;

  /** Returns an adapter that is connected with nothing. */
  protected abstract BillingSystem systemWithoutPeer() throws Exception;

  private static BillingHeader header(SerialNo serial) {
    LocalDate day = LocalDate.of(2026, 11, 24);
    return new BillingHeader(serial, "A001", "T0000001", "pos", Instant.now(), day);
  }

  private static SerialNo serial() {
    return SerialNo.of(SERIALS.incrementAndGet());
  }

  /** Returns an order of what a debtor owes, which nobody has sent yet. */
  private BillingOrder order() throws Exception {
    ConsumerNo consumer = peer().debtor();
    Money due = peer().due(consumer);
    return new BillingOrder(header(serial()), consumer, due, new Purpose.Bills(List.of()));
  }

  private static ReversalOrder reversal(BillingOrder order) {
    SerialNo original = order.header().serialNo();
    return new ReversalOrder(header(serial()), original, order.consumer(), order.amount(), null);
  }

  private static BillingResult<BillingConfirmation> inquire(
      BillingSystem system, BillingOrder order) {
    return system.inquire(header(order.header().serialNo()));
  }

  private void assertPayments(BillingOrder order, int expected) throws Exception {
    assertThat(peer().payments(order.consumer())).as("payments").isEqualTo(expected);
  }

  /** Pays once, and is sure of it. */
  private void pay(BillingSystem system, BillingOrder order) throws Exception {
    assertThat(system.execute(order))
        .as("a payment")
        .isInstanceOfSatisfying(
            Confirmed.class,
            result ->
                assertThat(((BillingConfirmation) result.value()).total())
                    .as("the amount of its confirmation")
                    .isEqualTo(order.amount()));
    assertThat(inquire(system, order)).as("its inquiry").isInstanceOf(Confirmed.class);
    assertPayments(order, 1);
  }

  @Override
  void use(BillingSystem service) throws Exception {
    pay(service, order());
  }

  @Test
  @DisplayName("A bill is queried, paid, found and reversed")
  void makesTheRound() throws Exception {
    BillingSystem system = system();
    BillingOrder order = order();
    BillingResult<BillStatement> found = system.queryBills(header(serial()), order.consumer());
    assertThat(found).isInstanceOf(Confirmed.class);
    assertThat(((Confirmed<BillStatement>) found).value().totalDue()).isEqualTo(order.amount());
    pay(system, order);
    assertThat(system.reverse(reversal(order))).as("reversal").isInstanceOf(Confirmed.class);
    assertPayments(order, 0);
    assertThat(inquire(system, order))
        .as("an inquiry about what was reversed")
        .isInstanceOf(Declined.class);
  }

  @Test
  @DisplayName("The same order again has no further effect and the same answer")
  void isIdempotent() throws Exception {
    BillingSystem system = system();
    BillingOrder order = order();
    BillingResult<BillingConfirmation> first = system.execute(order);
    assertThat(first).isInstanceOf(Confirmed.class);
    assertThat(system.execute(order)).isEqualTo(first);
    assertThat(system().execute(order)).as("by the next version").isEqualTo(first);
    assertPayments(order, 1);
    ReversalOrder reversal = reversal(order);
    BillingResult<ReversalConfirmation> undone = system.reverse(reversal);
    assertThat(system.reverse(reversal)).as("the same reversal again").isEqualTo(undone);
  }

  @Test
  @DisplayName("An answer that is lost is Unknown, sent once, and found by an inquiry")
  void neverGuesses() throws Exception {
    isInDoubtAndThenFound(BillingPeer::loseNextAnswer);
  }

  @Test
  @DisplayName("An answer that cannot be understood is Unknown, sent once, and found by an inquiry")
  void takesNothingForAnAnswer() throws Exception {
    isInDoubtAndThenFound(BillingPeer::garbleNextAnswer);
  }

  private void isInDoubtAndThenFound(Consumer<BillingPeer> disturbance) throws Exception {
    BillingSystem system = system();
    BillingOrder order = order();
    int before = peer().requests();
    disturbance.accept(peer());
    assertThat(system.execute(order)).isInstanceOf(Unknown.class);
    assertThat(peer().requests() - before).as("how often it was sent").isEqualTo(1);
    assertPayments(order, 1);
    assertThat(inquire(system, order)).isInstanceOf(Confirmed.class);
  }

  @Test
  @DisplayName("An inquiry or a reversal without an answer says nothing about the original")
  void concludesNothingFromSilence() throws Exception {
    BillingSystem system = system();
    BillingSystem alone = systemWithoutPeer();
    BillingOrder order = order();
    ReversalOrder reversal = reversal(order);
    pay(system, order);
    List<Consumer<BillingPeer>> disturbances =
        List.of(BillingPeer::loseNextAnswer, BillingPeer::garbleNextAnswer);
    for (Consumer<BillingPeer> disturbance : disturbances) {
      disturbance.accept(peer());
      assertThat(inquire(system, order)).as("an inquiry").isInstanceOf(Unknown.class);
    }
    assertThat(inquire(alone, order)).as("an inquiry of nobody").is(SILENCE);
    assertThat(alone.reverse(reversal)).as("a reversal by nobody").is(SILENCE);
    assertPayments(order, 1);
    for (Consumer<BillingPeer> disturbance : disturbances) {
      disturbance.accept(peer());
      assertThat(system.reverse(reversal)).as("a reversal").isInstanceOf(Unknown.class);
    }
    assertThat(system.reverse(reversal)).as("the same again").isInstanceOf(Confirmed.class);
    assertPayments(order, 0);
  }

  @Test
  @DisplayName("What was never ordered is not found, and blocked by its reversal for good")
  void blocksWhatIsReversedFirst() throws Exception {
    BillingSystem system = system();
    BillingOrder order = order();
    assertThat(inquire(system, order)).isInstanceOf(NotFound.class);
    assertThat(system.reverse(reversal(order))).isInstanceOf(NotFound.class);
    assertThat(system.execute(order)).isInstanceOf(Declined.class);
    assertPayments(order, 0);
  }

  @Test
  @DisplayName("Where nobody is, nothing was done, and that is a result")
  void anOutageIsAResult() throws Exception {
    assertThat(systemWithoutPeer().execute(order()))
        .isInstanceOfSatisfying(
            Declined.class,
            result -> assertThat(result.reason()).isEqualTo(DeclineReason.UNREACHABLE));
  }

  @Test
  @DisplayName("Several threads at once get each their own answer")
  void isSafeForThreads() throws Exception {
    BillingSystem system = system();
    Together.run(
        THREADS,
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            use(system);
          }
          return null;
        });
  }
}
