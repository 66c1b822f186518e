package org.gridtill.adapter.sg186;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.tck.BillingPeer;
import org.gridtill.api.tck.BillingSystemTck;
import org.gridtill.simulator.sg186.ControlClient.Debtor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The compatibility kit, with the simulator as the other side. */
class Sg186TckTest extends BillingSystemTck {

  private static final int CONSUMERS = 20_000;

  private final AtomicInteger debtor = new AtomicInteger();
  private SimulatedSg186 simulated;
  private Relay relay;
  private Sg186BillingSystem billing;
  private Sg186BillingSystem alone;
  private List<Debtor> debtors;

  @BeforeEach
  void start() throws IOException {
    simulated = new SimulatedSg186(CONSUMERS);
    relay = new Relay(simulated.url());
    billing = new Sg186BillingSystem(TestConfiguration.of(relay.url()));
    RawPeer gone = new RawPeer((request, socket, me) -> socket.close());
    gone.close();
    alone = new Sg186BillingSystem(TestConfiguration.of(gone.url()));
    debtors = simulated.control.debtors(1, CONSUMERS, Calls.DAY);
  }

  @AfterEach
  void stop() throws IOException {
    alone.deactivate();
    billing.deactivate();
    relay.close();
    simulated.close();
  }

  @Override
  protected Map<String, Object> settings() {
    return Map.of("url", relay.url().toString());
  }

  @Override
  protected BillingSystem system() {
    return billing;
  }

  @Override
  protected BillingSystem systemWithoutPeer() {
    return alone;
  }

  @Override
  protected BillingPeer peer() {
    return new BillingPeer() {

      @Override
      public ConsumerNo debtor() {
        return new ConsumerNo(debtors.get(debtor.getAndIncrement()).consumerNo());
      }

      @Override
      public Money due(ConsumerNo consumer) {
        return Money.ofYuan(simulated.control.due(consumer.value(), Calls.DAY));
      }

      @Override
      public int payments(ConsumerNo consumer) {
        return (int)
            simulated.control.payments().stream()
                .filter(payment -> payment.consumerNo().equals(consumer.value()))
                .filter(payment -> payment.kind().equals("PAYMENT"))
                .filter(payment -> payment.state().equals("DONE"))
                .count();
      }

      @Override
      public int requests() {
        return relay.requests();
      }

      @Override
      public void loseNextAnswer() {
        relay.answerNext((request, socket, me) -> socket.close());
      }

      @Override
      public void garbleNextAnswer() {
        relay.answerNext(RawPeer.saying(RawPeer.http(200, "text/xml; charset=UTF-8", "done")));
      }
    };
  }
}
