package org.gridtill.terminals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.KeyVault;
import org.gridtill.api.platform.vault.KeyVault.WorkingKeys;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The registry on the database. */
@Component(configurationPid = TerminalsConfiguration.PID)
@Designate(ocd = TerminalsConfiguration.class)
public final class JpaTerminalRegistry implements TerminalRegistry {

  static final String FIRST_BATCH = "000001";
  private static final int REMOTE_ADDRESS_LENGTH = 64;

  private final TerminalRows rows;
  private final Credit credit;
  private final KeyVault vault;
  private final PlatformClock clock;
  private final TerminalsSettings settings;
  private final TerminalCache cache;

  /** Made by Declarative Services. */
  @Activate
  public JpaTerminalRegistry(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference Credit credit,
      @Reference KeyVault vault,
      @Reference PlatformClock clock,
      TerminalsConfiguration configuration) {
    this(jpa, credit, vault, clock, TerminalsSettings.of(configuration), System::nanoTime);
  }

  JpaTerminalRegistry(
      JpaTemplate jpa,
      Credit credit,
      KeyVault vault,
      PlatformClock clock,
      TerminalsSettings settings,
      LongSupplier nanoTime) {
    this.rows = new TerminalRows(jpa);
    this.credit = credit;
    this.vault = vault;
    this.clock = clock;
    this.settings = settings;
    this.cache = new TerminalCache(settings.cacheLife(), nanoTime);
  }

  @Override
  public void register(String code, String agencyCode, String adapter) {
    register(code, agencyCode, adapter, TerminalKind.ofAdapter(adapter), "");
  }

  @Override
  public void register(
      String code, String agencyCode, String adapter, TerminalKind kind, String serialNo) {
    Forms.terminalCode(code);
    Forms.agencyCode(agencyCode);
    Forms.adapter(adapter);
    if (credit.find(Holder.agency(agencyCode)).isEmpty()) {
      throw new IllegalArgumentException("there is no agency " + agencyCode);
    }
    String serial = Forms.serialNo(serialNo);
    refuseIfTaken(code, serial, null);
    try {
      rows.insert(code, agencyCode, adapter, kind, serial, FIRST_BATCH);
    } catch (RuntimeException e) {
      refuseIfTaken(code, serial, e);
      throw e;
    }
  }

  @Override
  public void setStatus(String code, Terminal.Status status) {
    boolean changed;
    try {
      changed = rows.setStatus(code, status, clock.now());
    } finally {
      cache.drop(code);
    }
    if (!changed && rows.find(code).isEmpty()) {
      throw new IllegalArgumentException("there is no terminal " + code);
    }
    if (!changed) {
      throw new IllegalStateException("terminal " + code + " is revoked");
    }
  }

  @Override
  public Optional<Terminal> find(String code) {
    Instant now = clock.now();
    return rows.find(code).map(terminal -> terminal.toTerminal(settings.online(), now));
  }

  @Override
  public List<Terminal> list() {
    Instant now = clock.now();
    return rows.list().stream()
        .map(terminal -> terminal.toTerminal(settings.online(), now))
        .toList();
  }

  @Override
  public Optional<Reply.Refused> admit(Origin origin, String adapter, String remoteAddress) {
    Optional<StoredTerminal> known =
        cache
            .get(origin.terminalCode(), rows::find)
            .filter(terminal -> terminal.adapter().equals(adapter));
    if (known.isEmpty()) {
      return Optional.of(refused(Refusal.UNKNOWN_TERMINAL, "This terminal is not registered."));
    }
    StoredTerminal terminal = known.get();
    if (terminal.status() != Terminal.Status.ACTIVE) {
      return Optional.of(refused(Refusal.TERMINAL_BLOCKED, "This terminal may not work."));
    }
    if (!terminal.agencyCode().equals(origin.agencyCode())) {
      return Optional.of(refused(Refusal.WRONG_AGENCY, "This terminal belongs to another agency."));
    }
    noteSeen(terminal, remoteAddress);
    return Optional.empty();
  }

  @Override
  public Reply signOn(Request.SignOn request) {
    String code = request.origin().terminalCode();
    Optional<StoredTerminal> terminal = cache.get(code, rows::find);
    if (terminal.isEmpty()) {
      return refused(Refusal.UNKNOWN_TERMINAL, "This terminal is not registered.");
    }
    WorkingKeys keys;
    try {
      keys = vault.issueWorkingKeys(code);
    } catch (IllegalArgumentException e) {
      return refused(
          Refusal.TERMINAL_BLOCKED, "No master key that may be used is loaded for this terminal.");
    }
    Instant now = clock.now();
    rows.noteSignOn(code, now);
    return new Reply.SignedOn(now, terminal.get().batchNo(), keys.pinKey(), keys.macKey());
  }

  private void noteSeen(StoredTerminal terminal, String remoteAddress) {
    Instant now = clock.now();
    if (terminal.seenWithin(settings.noting(), now)) {
      return;
    }
    String address =
        remoteAddress.substring(0, Math.min(remoteAddress.length(), REMOTE_ADDRESS_LENGTH));
    try {
      rows.noteSeen(terminal.code(), now, address, now.minus(settings.noting()));
    } finally {
      cache.drop(terminal.code());
    }
  }

  private void refuseIfTaken(String code, String serialNo, RuntimeException cause) {
    if (rows.find(code).isPresent()) {
      throw new IllegalArgumentException("there is a terminal " + code + " already", cause);
    }
    Optional.ofNullable(serialNo)
        .flatMap(rows::ofSerialNo)
        .ifPresent(
            other -> {
              throw new IllegalArgumentException(
                  "serial number " + serialNo + " is that of terminal " + other, cause);
            });
  }

  private Reply.Refused refused(Refusal reason, String text) {
    return new Reply.Refused(clock.now(), reason, text);
  }
}
