package org.gridtill.transactions;

import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.gates.Gates;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.receipts.Receipts;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.ReversalDesk;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.api.platform.transactions.ReversibleAmount;
import org.gridtill.api.platform.transactions.StateTransition;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionStep;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The engine as a service, with its resolver's schedule and its gate to the billing system. */
@Component(
    service = {TransactionEngine.class, ReversalDesk.class},
    configurationPid = EngineSettings.PID)
@Designate(ocd = EngineSettings.Settings.class)
public class EngineComponent implements TransactionEngine, ReversalDesk {

  private final Engine engine;
  private final GatedLine line;
  private final ResolverSchedule schedule;

  /** Made by Declarative Services. */
  @Activate
  public EngineComponent(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference Journal journal,
      @Reference Credit credit,
      @Reference Receipts receipts,
      @Reference Outbox outbox,
      @Reference PlatformClock clock,
      @Reference Gates gates,
      EngineSettings.Settings configuration) {
    EngineSettings settings = new EngineSettings(configuration);
    Ledger.Timing timing = settings.timing();
    ReversalPolicy policy = settings.policy();
    line = new GatedLine(gates.open(settings.gate()));
    Ledger.Books books = new Ledger.Books(journal, credit, receipts, outbox);
    engine = new Engine(new EngineParts(jpa, books, clock, timing, policy, line));
    schedule = new ResolverSchedule(engine.resolver(), configuration.resolverThreads());
  }

  @Deactivate
  void stop() {
    schedule.close();
    line.close();
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

  @Override
  public List<TransactionStep> story(SerialNo serialNo) {
    return engine.story(serialNo);
  }

  @Override
  public TransactionRecord resolve(SerialNo serialNo) {
    return engine.resolve(serialNo);
  }

  @Override
  public List<StateTransition> stateMachine() {
    return engine.stateMachine();
  }

  @Override
  public ReversibleAmount reversible(ReversibleAmount.Scope scope, String code) {
    return engine.desk().reversible(scope, code);
  }

  @Override
  public Optional<ReversalRule> obstacle(SerialNo serialNo) {
    return engine.desk().obstacle(serialNo);
  }

  @Override
  public List<Authorization> authorizations() {
    return engine.desk().authorizations();
  }

  @Override
  public void request(SerialNo serialNo, String person, String reason) {
    engine.desk().request(serialNo, person, reason);
  }

  @Override
  public TransactionRecord authorize(SerialNo serialNo, String person) {
    return engine.desk().authorize(serialNo, person);
  }
}
