package org.gridtill.gateway;

import io.netty.handler.ssl.SslContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.platform.certificates.DeviceCertificates;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.Gates;
import org.gridtill.api.platform.gateway.Endpoint;
import org.gridtill.api.platform.terminals.CertificateGuard;
import org.gridtill.api.platform.terminals.GuardAlarms;
import org.gridtill.api.platform.terminals.Shifts;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.vault.KeyVault;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endpoint, made by a configuration. It listens from the first moment at which all parts of the
 * platform behind it are there, and then as long as the configuration is, whether or not these
 * parts are: terminals then get a refusal in their own protocol.
 */
@Component(
    configurationPid = EndpointConfiguration.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true)
@Designate(ocd = EndpointConfiguration.class, factory = true)
public final class EndpointComponent implements Endpoint {

  private static final Logger LOG = LoggerFactory.getLogger(EndpointComponent.class);

  private final AtomicReference<TerminalRegistry> terminals = new AtomicReference<>();
  private final AtomicReference<Shifts> shifts = new AtomicReference<>();
  private final AtomicReference<GuardAlarms> alarms = new AtomicReference<>();
  private final AtomicReference<CertificateGuard> certificateGuard = new AtomicReference<>();
  private final AtomicReference<DeviceCertificates> certificates = new AtomicReference<>();
  private final AtomicReference<KeyVault> vault = new AtomicReference<>();
  private final AtomicReference<TransactionEngine> engine = new AtomicReference<>();
  private final PlatformClock clock;
  private final EndpointSettings settings;
  private final EndpointStatistics statistics = new EndpointStatistics();
  private final Gate<TerminalAdapter> gate;
  private final FrameServer server;
  private final Opening opening;

  /** Checks the settings. */
  @Activate
  public EndpointComponent(
      @Reference Gates gates,
      @Reference PlatformClock clock,
      EndpointConfiguration configuration,
      Map<String, Object> properties) {
    this.clock = clock;
    settings =
        EndpointSettings.of(String.valueOf(properties.get(Constants.SERVICE_PID)), configuration);
    Platform platform = new Services();
    SslContext tls =
        settings.tls() == null ? null : new TlsKeys(settings).open(new PeerTrust(platform));
    FaultLog log =
        new FaultLog(
            settings.name(), statistics, new LogThrottle(settings.logInterval(), System::nanoTime));
    opening =
        new Opening(
            name(),
            adapter(),
            this::adapterIsThere,
            platform,
            settings.clients() != EndpointSettings.ClientCertificate.NONE,
            this::listen);
    gate = gates.open(AdapterLine.options(settings).telling(this::look));
    FrameProcessor processor =
        new FrameProcessor(adapter(), new AdapterLine(gate), platform, statistics, log);
    server =
        new FrameServer(
            settings,
            tls,
            processor,
            statistics,
            log,
            new Addresses(settings.addressLimits(), System::nanoTime));
  }

  @Activate
  void start() {
    opening.begin();
  }

  @Deactivate
  void stop() {
    opening.end();
    server.stop();
    gate.close();
    LOG.info("Endpoint {} has stopped", name());
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindTerminals(TerminalRegistry service) {
    came(terminals, service);
  }

  void unbindTerminals(TerminalRegistry service) {
    went(terminals, service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindShifts(Shifts service) {
    came(shifts, service);
  }

  void unbindShifts(Shifts service) {
    went(shifts, service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindAlarms(GuardAlarms service) {
    came(alarms, service);
  }

  void unbindAlarms(GuardAlarms service) {
    went(alarms, service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindCertificateGuard(CertificateGuard service) {
    came(certificateGuard, service);
  }

  void unbindCertificateGuard(CertificateGuard service) {
    went(certificateGuard, service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindCertificates(DeviceCertificates service) {
    came(certificates, service);
  }

  void unbindCertificates(DeviceCertificates service) {
    went(certificates, service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindVault(KeyVault service) {
    came(vault, service);
  }

  void unbindVault(KeyVault service) {
    went(vault, service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindEngine(TransactionEngine service) {
    came(engine, service);
  }

  void unbindEngine(TransactionEngine service) {
    went(engine, service);
  }

  private <T> void came(AtomicReference<T> part, T service) {
    part.set(service);
    look();
  }

  /** A successor may be there already. */
  private <T> void went(AtomicReference<T> part, T service) {
    part.compareAndSet(service, null);
    look();
  }

  private void look() {
    opening.look();
  }

  private boolean adapterIsThere() {
    return gate.adapter().isPresent();
  }

  private void listen() {
    server.start();
    LOG.info(
        "Endpoint {} listens on {}:{}{} for {} terminals",
        name(),
        settings.host(),
        server.port(),
        security(),
        adapter());
  }

  private String security() {
    if (!tls()) {
      return "";
    }
    return settings.clients() == EndpointSettings.ClientCertificate.NONE
        ? " with TLS"
        : " with TLS, client certificates " + clientCertificate() + ',';
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
    return settings.host() + ':' + (obstacle().isEmpty() ? server.port() : settings.port());
  }

  @Override
  public boolean tls() {
    return settings.tls() != null;
  }

  @Override
  public String clientCertificate() {
    return settings.clients().word();
  }

  @Override
  public Optional<String> obstacle() {
    return opening.obstacle();
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

  private final class Services implements Platform {

    @Override
    public Instant now() {
      return clock.now();
    }

    @Override
    public Optional<TerminalRegistry> terminals() {
      return Optional.ofNullable(terminals.get());
    }

    @Override
    public Optional<Shifts> shifts() {
      return Optional.ofNullable(shifts.get());
    }

    @Override
    public Optional<GuardAlarms> alarms() {
      return Optional.ofNullable(alarms.get());
    }

    @Override
    public Optional<CertificateGuard> certificateGuard() {
      return Optional.ofNullable(certificateGuard.get());
    }

    @Override
    public Optional<DeviceCertificates> certificates() {
      return Optional.ofNullable(certificates.get());
    }

    @Override
    public Optional<KeyVault> vault() {
      return Optional.ofNullable(vault.get());
    }

    @Override
    public Optional<TransactionEngine> engine() {
      return Optional.ofNullable(engine.get());
    }
  }
}
