package org.gridtill.api.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.billing.ReversalOrder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an adapter to a billing system must keep to, examined against one that can be disturbed. */
public abstract class BillingSystemTck extends AdapterTck<BillingSystem> {

  private static final int THREADS = 8;
  private static final AtomicLong SERIALS = new AtomicLong(Instant.now().getEpochSecond() * 1000);

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

  private BillingOrder order(ConsumerNo consumer) throws Exception {
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

  @Override
  void use(BillingSystem service) throws Exception {
    ConsumerNo consumer = peer().debtor();
    BillingOrder order = order(consumer);
    assertThat(service.execute(order)).as("a payment").isInstanceOf(Confirmed.class);
    assertThat(inquire(service, order)).as("its inquiry").isInstanceOf(Confirmed.class);
    assertThat(peer().payments(consumer)).as("payments").isEqualTo(1);
  }

  @Test
  @DisplayName("A bill is queried, paid, found and reversed")
  void makesTheRound() throws Exception {
    BillingSystem system = system();
    ConsumerNo consumer = peer().debtor();
    Money due = peer().due(consumer);
    BillingResult<BillStatement> found = system.queryBills(header(serial()), consumer);
    assertThat(found).isInstanceOf(Confirmed.class);
    assertThat(((Confirmed<BillStatement>) found).value().totalDue()).isEqualTo(due);
    BillingOrder order = order(consumer);
    assertThat(system.execute(order)).isInstanceOf(Confirmed.class);
    assertThat(inquire(system, order)).isInstanceOf(Confirmed.class);
    assertThat(system.reverse(reversal(order))).isInstanceOf(Confirmed.class);
    assertThat(peer().payments(consumer)).isZero();
  }

  @Test
  @DisplayName("The same order again has no further effect and the same answer")
  void isIdempotent() throws Exception {
    BillingSystem system = system();
    ConsumerNo consumer = peer().debtor();
    BillingOrder order = order(consumer);
    BillingResult<BillingConfirmation> first = system.execute(order);
    assertThat(first).isInstanceOf(Confirmed.class);
    assertThat(system.execute(order)).isEqualTo(first);
    assertThat(peer().payments(consumer)).isEqualTo(1);
  }

  @Test
  @DisplayName("An answer that is lost is Unknown, sent once, and found by an inquiry")
  void neverGuesses() throws Exception {
    BillingSystem system = system();
    ConsumerNo consumer = peer().debtor();
    BillingOrder order = order(consumer);
    peer().loseNextAnswer();
    assertThat(system.execute(order)).isInstanceOf(Unknown.class);
    assertThat(peer().payments(consumer)).as("it was sent once").isEqualTo(1);
    assertThat(inquire(system, order)).isInstanceOf(Confirmed.class);
  }

  @Test
  @DisplayName("An answer that cannot be understood is Unknown")
  void takesNothingForAnAnswer() throws Exception {
    BillingSystem system = system();
    ConsumerNo consumer = peer().debtor();
    BillingOrder order = order(consumer);
    peer().garbleNextAnswer();
    assertThat(system.execute(order)).isInstanceOf(Unknown.class);
  }

  @Test
  @DisplayName("What was never ordered is not found, and blocked by its reversal for good")
  void blocksWhatIsReversedFirst() throws Exception {
    BillingSystem system = system();
    ConsumerNo consumer = peer().debtor();
    BillingOrder order = order(consumer);
    assertThat(inquire(system, order)).isInstanceOf(NotFound.class);
    assertThat(system.reverse(reversal(order))).isInstanceOf(NotFound.class);
    assertThat(system.execute(order)).isInstanceOf(Declined.class);
    assertThat(peer().payments(consumer)).isZero();
  }

  @Test
  @DisplayName("Where nobody is, nothing was done, and that is a result")
  void anOutageIsAResult() throws Exception {
    ConsumerNo consumer = peer().debtor();
    assertThat(systemWithoutPeer().execute(order(consumer)))
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
          for (int i = 0; i < 10; i++) {
            use(system);
          }
          return null;
        });
  }
}
