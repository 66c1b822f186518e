package org.gridtill.terminals;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.platform.terminals.CertificateGuard;
import org.gridtill.api.platform.terminals.GuardAlarms;
import org.gridtill.api.platform.time.PlatformClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The guard of certificates. What it needs of the database is the terminal's kind alone, which
 * never changes.
 */
@Component(configurationPid = GuardsConfiguration.PID)
public final class ConfiguredCertificateGuard implements CertificateGuard {

  private static final Duration CACHE_LIFE = Duration.ofMinutes(1);

  private final TerminalRows rows;
  private final PlatformClock clock;
  private final GuardAlarms alarms;
  private final GuardSettings settings;
  private final TerminalCache kinds;

  /** Made by Declarative Services. */
  @Activate
  public ConfiguredCertificateGuard(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      @Reference GuardAlarms alarms,
      GuardsConfiguration configuration) {
    this(jpa, clock, alarms, GuardSettings.of(configuration), System::nanoTime);
  }

  ConfiguredCertificateGuard(
      JpaTemplate jpa,
      PlatformClock clock,
      GuardAlarms alarms,
      GuardSettings settings,
      LongSupplier nanoTime) {
    this.rows = new TerminalRows(jpa);
    this.clock = clock;
    this.alarms = alarms;
    this.settings = settings;
    this.kinds = new TerminalCache(CACHE_LIFE, nanoTime);
  }

  @Override
  public Optional<Reply.Refused> admit(Origin origin, String certifiedTerminal) {
    String terminal = origin.terminalCode();
    if (certifiedTerminal.equals(terminal)) {
      return Optional.empty();
    }
    if (!certifiedTerminal.isEmpty()) {
      // Both are told of: the one that may be a thief's, and the one whose name was taken.
      String words = "it spoke as terminal " + terminal + " over its own certificate";
      GuardRefusal refusal =
          GuardRefusal.certificate("this connection's certificate is another terminal's");
      raise(certifiedTerminal, refusal, words);
      return refused(
          terminal, refusal, "somebody spoke as it over the certificate of " + certifiedTerminal);
    }
    if (!mustShowOne(terminal)) {
      return Optional.empty();
    }
    GuardRefusal refusal =
        GuardRefusal.certificate("this terminal must connect with its certificate");
    return refused(terminal, refusal, refusal.words());
  }

  private boolean mustShowOne(String terminal) {
    return kinds
        .get(terminal, rows::find)
        .map(found -> settings.proof(found.kind()).certificate())
        .orElse(true);
  }

  private Optional<Reply.Refused> refused(String terminal, GuardRefusal refusal, String words) {
    raise(terminal, refusal, words);
    return Optional.of(new Reply.Refused(clock.now(), refusal.reason(), refusal.text()));
  }

  private void raise(String terminal, GuardRefusal refusal, String words) {
    alarms.raise(terminal, refusal.guard(), refusal.reason().name(), words);
  }
}
