package org.gridtill.terminals;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.ShiftRequest;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditTrail;
import org.gridtill.api.platform.terminals.Guard;
import org.gridtill.api.platform.terminals.GuardAlarms;
import org.gridtill.api.platform.terminals.Shift;
import org.gridtill.api.platform.terminals.Shifts;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.api.platform.vault.KeyVault.KeyHandle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guards of card and SIM on the database. */
@Component(configurationPid = GuardsConfiguration.PID)
@Designate(ocd = GuardsConfiguration.class)
public final class ShiftDesk implements Shifts {

  private static final Logger LOG = LoggerFactory.getLogger(ShiftDesk.class);
  private static final int CHALLENGE_BYTES = 8;

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final GuardAlarms alarms;
  private final AuditTrail trail;
  private final GuardSettings settings;
  private final SecureRandom random;
  private final Inspection inspection;

  /** Made by Declarative Services. */
  @Activate
  public ShiftDesk(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference CardKeys keys,
      @Reference PlatformClock clock,
      @Reference GuardAlarms alarms,
      @Reference AuditTrail trail,
      GuardsConfiguration configuration) {
    this(jpa, keys, clock, alarms, trail, GuardSettings.of(configuration), new SecureRandom());
  }

  ShiftDesk(
      JpaTemplate jpa,
      CardKeys keys,
      PlatformClock clock,
      GuardAlarms alarms,
      AuditTrail trail,
      GuardSettings settings,
      SecureRandom random) {
    this.jpa = jpa;
    this.clock = clock;
    this.alarms = alarms;
    this.trail = trail;
    this.settings = settings;
    this.random = random;
    inspection = new Inspection(jpa, keys, settings, clock, trail);
    settings.proofs().entrySet().stream()
        .filter(entry -> entry.getValue().isNothing())
        .map(entry -> entry.getKey().word())
        .sorted()
        .forEach(
            kind ->
                LOG.warn(
                    "GUARDS: a {} need prove neither card nor SIM ({})",
                    kind,
                    GuardsConfiguration.PID));
  }

  @Override
  public Optional<Reply.Refused> admit(Request request) {
    if (settings.askForNothing() || !GuardedRequests.isGuarded(request)) {
      return Optional.empty();
    }
    return jpa.txExpr(
            TransactionType.Required, em -> Standing.of(em, request.origin(), settings).trouble())
        .map(refusal -> refused(request, refusal));
  }

  @Override
  public Reply challenge(ShiftRequest.AskChallenge request) {
    byte[] challenge = new byte[CHALLENGE_BYTES];
    random.nextBytes(challenge);
    Instant now = clock.now();
    jpa.tx(
        TransactionType.Required,
        em ->
            Sql.update(
                em,
                "update gt_terminal set challenge = ?1, challenge_until = ?2"
                    + " where terminal_code = ?3",
                HexFormat.of().formatHex(challenge),
                now.plus(settings.challengeLife()).toEpochMilli(),
                request.origin().terminalCode()));
    return new Reply.CardChallenge(now, challenge);
  }

  @Override
  public Reply open(ShiftRequest.Open request, KeyHandle keys) {
    String terminal = request.origin().terminalCode();
    Inspection.Finding finding = inspection.inspect(request, takeChallenge(terminal), keys);
    if (finding.refusal() != null) {
      return refusedAndCounted(request, finding.refusal());
    }
    Instant now = clock.now();
    // Looked at again in the commit that opens it: card, SIM or binding may have been revoked
    // since.
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          long number =
              ShiftTable.open(
                  em, terminal, request.cardNo(), finding.collector(), request.iccid(), now);
          Optional<GuardRefusal> revoked = Standing.of(em, request.origin(), settings).trouble();
          if (revoked.isPresent()) {
            ShiftTable.closeAtTerminal(em, terminal, "revoked at the same moment", now);
            return refused(request, revoked.get());
          }
          return new Reply.ShiftOpened(now, number);
        });
  }

  /** Takes the challenge, which is good for one attempt whatever comes of it; null for none. */
  private byte[] takeChallenge(String terminal) {
    long now = clock.now().toEpochMilli();
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          String challenge =
              Sql.rows(
                      em,
                      "select t.challenge, t.challenge_until from gt_terminal t"
                          + " where t.terminal_code = ?1 and t.challenge_until > ?2",
                      terminal,
                      now)
                  .stream()
                  .map(row -> (String) row[0])
                  .findFirst()
                  .orElse(null);
          if (challenge == null) {
            return null;
          }
          int taken =
              Sql.update(
                  em,
                  "update gt_terminal set challenge = null, challenge_until = null"
                      + " where terminal_code = ?1 and challenge = ?2",
                  terminal,
                  challenge);
          return taken == 1 ? HexFormat.of().parseHex(challenge) : null;
        });
  }

  @Override
  public Reply close(ShiftRequest.Close request) {
    String terminal = request.origin().terminalCode();
    Instant now = clock.now();
    boolean known =
        jpa.txExpr(
            TransactionType.Required,
            em -> {
              ShiftTable.close(em, terminal, request.shiftNo(), now);
              return ShiftTable.exists(em, terminal, request.shiftNo());
            });
    return known
        ? new Reply.ShiftClosed(now)
        : new Reply.Refused(now, Refusal.CARD_REFUSED, "Card guard: there is no such shift.");
  }

  @Override
  public List<Shift> open() {
    return jpa.txExpr(TransactionType.Required, ShiftTable::open);
  }

  private Reply.Refused refusedAndCounted(Request request, GuardRefusal refusal) {
    String terminal = request.origin().terminalCode();
    boolean locked =
        jpa.txExpr(
            TransactionType.Required,
            em -> {
              Sql.update(
                  em,
                  "update gt_terminal set guard_refusals = guard_refusals + 1"
                      + " where terminal_code = ?1",
                  terminal);
              int blocked =
                  Sql.update(
                      em,
                      "update gt_terminal set status = 'BLOCKED', guard_refusals = 0"
                          + " where terminal_code = ?1 and status = 'ACTIVE'"
                          + " and guard_refusals >= ?2",
                      terminal,
                      settings.refusalsToLock());
              if (blocked == 1) {
                trail.record(AuditEvent.ofPlatform("terminal-lock", terminal, refusal.words()));
              }
              return blocked == 1;
            });
    if (locked) {
      alarms.raise(
          terminal,
          Guard.DEVICE,
          "LOCKED",
          "it was refused " + settings.refusalsToLock() + " times in a row and is blocked now");
    }
    return refused(request, refusal);
  }

  private Reply.Refused refused(Request request, GuardRefusal refusal) {
    alarms.raise(
        request.origin().terminalCode(), refusal.guard(), refusal.reason().name(), refusal.words());
    return new Reply.Refused(clock.now(), refusal.reason(), refusal.text());
  }
}
