package org.gridtill.api.tck;

import java.nio.file.Path;
import java.util.Map;
import org.example.outside.Utility;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.tck.hello.HelloBilling;

/** The suite on an adapter of these tests. */
class HelloBillingSuite extends BillingSystemTck {

  private static final String NAME = "utility";

  private final Utility utility = Utility.open(NAME);

  @Override
  protected BillingSystem system() {
    return connected(NAME);
  }

  @Override
  protected BillingSystem systemWithoutPeer() {
    return connected("nobody");
  }

  private static BillingSystem connected(String name) {
    HelloBilling made = Examination.adapter(HelloBilling.class);
    made.activate(Map.of("utility", name));
    return made;
  }

  @Override
  protected String packageName() {
    return Examination.current().type().getPackageName();
  }

  @Override
  protected Path bundle() {
    return HelloBundle.of(
        Examination.current(),
        BillingSystem.class,
        "org.gridtill.api.adapter,org.gridtill.api.adapter.billing,org.gridtill.api.adapter.card,"
            + "org.example.outside");
  }

  @Override
  protected Map<String, Object> settings() {
    return Map.of("utility", NAME);
  }

  @Override
  protected String pid() {
    return HelloBundle.PID;
  }

  @Override
  protected BillingPeer peer() {
    return new BillingPeer() {

      @Override
      public ConsumerNo debtor() {
        return new ConsumerNo(utility.debtor());
      }

      @Override
      public Money due(ConsumerNo consumer) {
        return Money.ofFen(utility.due(consumer.value()));
      }

      @Override
      public int payments(ConsumerNo consumer) {
        return utility.payments(consumer.value());
      }

      @Override
      public int requests() {
        return utility.requests();
      }

      @Override
      public void loseNextAnswer() {
        utility.trouble(Utility.Trouble.LOST);
      }

      @Override
      public void garbleNextAnswer() {
        utility.trouble(Utility.Trouble.GARBLED);
      }
    };
  }
}
