package org.gridtill.transactions;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.receipts.Receipts;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The engine as a service, with its resolver's schedule and whichever billing system is there. */
@Component(service = TransactionEngine.class, configurationPid = EngineComponent.PID)
@Designate(ocd = EngineComponent.Settings.class)
public class EngineComponent implements TransactionEngine {

  static final String PID = "org.gridtill.transactions";

  private final Engine engine;
  private final ResolverSchedule schedule;

  /** What operations may set. */
  @ObjectClassDefinition(name = "GridTill transactions")
  @interface Settings {

    @AttributeDefinition(
        description =
            "Seconds after which a transaction without an outcome is resolved by asking the billing"
                + " system; longer than the time-out of its adapter")
    int patienceSeconds() default 30;

    @AttributeDefinition(description = "Seconds between the first attempts to resolve")
    int firstRetrySeconds() default 1;

    @AttributeDefinition(description = "Seconds between attempts to resolve, at most")
    int longestRetrySeconds() default 300;

    @AttributeDefinition(description = "How many transactions are resolved at the same time")
    int resolverThreads() default 4;
  }

  /** Made by Declarative Services. */
  @Activate
  public EngineComponent(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference Journal journal,
      @Reference Credit credit,
      @Reference Receipts receipts,
      @Reference PlatformClock clock,
      Settings settings) {
    Duration patience = seconds("patienceSeconds", settings.patienceSeconds());
    Backoff backoff =
        new Backoff(
            seconds("firstRetrySeconds", settings.firstRetrySeconds()),
            seconds("longestRetrySeconds", settings.longestRetrySeconds()));
    if (settings.resolverThreads() < 1) {
      throw new IllegalArgumentException(PID + ": resolverThreads must be at least 1");
    }
    engine = new Engine(jpa, journal, credit, receipts, clock, patience, backoff);
    schedule = new ResolverSchedule(engine.resolver(), settings.resolverThreads());
  }

  private static Duration seconds(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(PID + ": " + key + " must be at least 1");
    }
    return Duration.ofSeconds(value);
  }

  @Deactivate
  void stop() {
    schedule.close();
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindBilling(BillingSystem system) {
    engine.use(system);
  }

  void unbindBilling(BillingSystem system) {
    engine.forget(system);
  }

  @Override
  public Reply handle(Request request, String channel) {
    return engine.handle(request, channel);
  }

  @Override
  public Optional<TransactionRecord> find(SerialNo serialNo) {
    return engine.find(serialNo);
  }

  @Override
  public List<TransactionRecord> unsettled(int limit) {
    return engine.unsettled(limit);
  }

  @Override
  public List<TransactionRecord> latest(String terminalCode, int limit) {
    return engine.latest(terminalCode, limit);
  }
}
