package org.gridtill.gateway;

import io.netty.handler.ssl.SslContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gridtill.api.adapter.GridTillAdapter;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.platform.gateway.Endpoint;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.vault.Vault;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endpoint, made by a configuration. It listens as long as the configuration is there, whether
 * or not the parts of the platform behind it are: terminals then get a refusal in their own
 * protocol.
 */
@Component(
    configurationPid = EndpointConfiguration.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true)
@Designate(ocd = EndpointConfiguration.class, factory = true)
public final class EndpointComponent implements Endpoint {

  private static final Logger LOG = LoggerFactory.getLogger(EndpointComponent.class);

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile TerminalRegistry terminals;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile Vault vault;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile TransactionEngine engine;

  private final PlatformClock clock;
  private final EndpointSettings settings;
  private final EndpointStatistics statistics = new EndpointStatistics();
  private final ServiceTracker<TerminalAdapter, TerminalAdapter> adapters;
  private final FrameServer server;

  /** Checks the settings. */
  @Activate
  public EndpointComponent(
      BundleContext context,
      @Reference PlatformClock clock,
      EndpointConfiguration configuration,
      Map<String, Object> properties) {
    this.clock = clock;
    settings =
        EndpointSettings.of(String.valueOf(properties.get(Constants.SERVICE_PID)), configuration);
    SslContext tls = settings.tls() == null ? null : new TlsKeys(settings).open();
    adapters = new ServiceTracker<>(context, adapterFilter(settings.adapter()), null);
    FaultLog log =
        new FaultLog(
            settings.name(), statistics, new LogThrottle(settings.logInterval(), System::nanoTime));
    FrameProcessor processor =
        new FrameProcessor(
            settings.adapter(),
            () -> Optional.ofNullable(adapters.getService()),
            new Services(),
            statistics,
            log);
    server = new FrameServer(settings, tls, processor, statistics, log);
  }

  @Activate
  void start() {
    adapters.open();
    try {
      server.start();
    } catch (RuntimeException e) {
      adapters.close();
      throw e;
    }
    LOG.info(
        "Endpoint {} listens on {}{} for {} terminals",
        name(),
        address(),
        tls() ? " with TLS" : "",
        adapter());
  }

  @Deactivate
  void stop() {
    server.stop();
    adapters.close();
    LOG.info("Endpoint {} has stopped", name());
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public String adapter() {
    return settings.adapter();
  }

  @Override
  public String address() {
    return settings.host() + ':' + server.port();
  }

  @Override
  public boolean tls() {
    return settings.tls() != null;
  }

  @Override
  public int connections() {
    return statistics.connections();
  }

  @Override
  public int maxConnections() {
    return settings.limits().connections();
  }

  @Override
  public long frames() {
    return statistics.frames();
  }

  @Override
  public Map<String, Long> refused() {
    return statistics.refused();
  }

  /** The highest ranking service of several is the one that a tracker gives. */
  private static Filter adapterFilter(String adapter) {
    String filter =
        "(&("
            + Constants.OBJECTCLASS
            + '='
            + TerminalAdapter.class.getName()
            + ")("
            + GridTillAdapter.ADAPTER
            + '='
            + adapter
            + "))";
    try {
      return FrameworkUtil.createFilter(filter);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(filter, e);
    }
  }

  private final class Services implements Platform {

    @Override
    public Instant now() {
      return clock.now();
    }

    @Override
    public Optional<TerminalRegistry> terminals() {
      return Optional.ofNullable(terminals);
    }

    @Override
    public Optional<Vault> vault() {
      return Optional.ofNullable(vault);
    }

    @Override
    public Optional<TransactionEngine> engine() {
      return Optional.ofNullable(engine);
    }
  }
}
