package org.gridtill.simulator.pos.fleet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.vault.Suite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the agencies, collectors and terminals of a simulated fleet that the platform does not
 * have yet, on a thread of its own. What exists stays as it is. A terminal's key is loaded before
 * it is registered, so that a start that was broken off is completed by the next one.
 */
@Component(
    service = {},
    configurationPid = FleetConfiguration.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FleetConfiguration.class)
public final class FleetProvisioner {

  private static final Logger LOG = LoggerFactory.getLogger(FleetProvisioner.class);
  private static final String ADAPTER = "pos";
  private static final int STOP_SECONDS = 30;

  private final Credit credit;
  private final Agencies agencies;
  private final Limits limits;
  private final TerminalRegistry registry;
  private final FleetKeys keys;
  private final FleetIdentities identities;
  private final FleetPlan plan;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "gridtill-simulated-fleet"));
  private volatile boolean stopping;

  /**
   * Starts to provision.
   *
   * @throws IllegalArgumentException if a setting is wrong, naming PID and key
   */
  @Activate
  public FleetProvisioner(
      @Reference Credit credit,
      @Reference Agencies agencies,
      @Reference Limits limits,
      @Reference TerminalRegistry registry,
      @Reference FleetKeys keys,
      @Reference FleetIdentities identities,
      FleetConfiguration configuration) {
    this(credit, agencies, limits, registry, keys, identities, FleetPlan.of(configuration));
    worker.execute(this::provisionAndReport);
    worker.shutdown();
  }

  FleetProvisioner(
      Credit credit,
      Agencies agencies,
      Limits limits,
      TerminalRegistry registry,
      FleetKeys keys,
      FleetIdentities identities,
      FleetPlan plan) {
    this.credit = credit;
    this.agencies = agencies;
    this.limits = limits;
    this.registry = registry;
    this.keys = keys;
    this.identities = identities;
    this.plan = plan;
  }

  /**
   * Stops after the terminal at hand, and waits for that: a successor with another plan must not
   * meet terminals that this one puts into other agencies. Interrupts nothing, since the embedded
   * database would close its connection.
   */
  @Deactivate
  public void stop() {
    stopping = true;
    worker.shutdown();
    try {
      if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the simulated fleet is still being registered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void provisionAndReport() {
    long start = System.nanoTime();
    try {
      int added = provision();
      LOG.info(
          "simulated fleet: {} agencies, {} terminals, {} of them new, in {} ms",
          plan.agencyCount(),
          plan.agencyCount() * plan.terminalsPerAgency(),
          added,
          (System.nanoTime() - start) / 1_000_000);
    } catch (RuntimeException e) {
      LOG.error("the simulated fleet is not complete; the next start will go on", e);
    }
  }

  /** Returns how many terminals are new. */
  int provision() {
    Map<String, CreditLine> known =
        credit.list().stream()
            .collect(Collectors.toMap(line -> line.holder().toString(), Function.identity()));
    Set<String> terminals =
        registry.list().stream().map(Terminal::code).collect(Collectors.toSet());
    Map<String, String> bound = new LinkedHashMap<>();
    int added = 0;
    for (int agency = 1; agency <= plan.agencyCount() && !stopping; agency++) {
      String agencyCode = FleetPlan.agencyCode(agency);
      add(Holder.agency(agencyCode), FleetPlan.agencyName(agency), known);
      for (int i = 1; i <= plan.collectorsPerAgency(); i++) {
        add(new Holder(agencyCode, FleetPlan.collectorCode(i)), "Collector " + i, known);
      }
      for (int i = 1; i <= plan.terminalsPerAgency() && !stopping; i++) {
        String code = plan.terminalCode(agency, i);
        if (!terminals.contains(code)) {
          add(code, agencyCode, TerminalKind.POS, plan.suite());
          added++;
        }
        if (plan.bindings()) {
          bound.put(code, agencyCode);
        }
      }
    }
    String lastAgency = FleetPlan.agencyCode(plan.agencyCount());
    for (int i = 1; i <= plan.paymentCars() && !stopping; i++) {
      String code = FleetPlan.paymentCarCode(i);
      if (!terminals.contains(code)) {
        add(code, lastAgency, TerminalKind.PAYMENT_CAR, Suite.AES_CMAC);
        added++;
      }
      bound.put(code, lastAgency);
    }
    if (!stopping && !bound.isEmpty()) {
      identities.bind(bound);
    }
    return added;
  }

  /** Adds a holder, or completes one without a limit that a start has left behind. */
  private void add(Holder holder, String name, Map<String, CreditLine> known) {
    CreditLine line = known.get(holder.toString());
    if (line == null && holder.isCollector()) {
      agencies.addCollector(holder, name);
    } else if (line == null) {
      agencies.addAgency(holder.agencyCode(), name, null);
    }
    if (line == null || line.limit().isZero() && plan.creditLimit().isPositive()) {
      limits.request(holder, plan.creditLimit(), FleetPlan.PERSON, "simulated fleet");
      limits.authorize(holder, plan.creditLimit(), FleetPlan.SECOND_PERSON);
    }
  }

  private void add(String code, String agencyCode, TerminalKind kind, Suite suite) {
    keys.load(code, suite);
    registry.register(code, agencyCode, ADAPTER, kind, "");
  }
}
