package org.gridtill.terminals;

import java.util.List;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.ShiftRequest;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditTrail;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.terminals.Binding;
import org.gridtill.api.platform.terminals.CollectorCard;
import org.gridtill.api.platform.terminals.Guard;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.api.platform.vault.CardKeys.PinCheck;
import org.gridtill.api.platform.vault.KeyVault.KeyHandle;
import org.gridtill.store.terminals.TerminalRow;

/**
 * Looks at who wants to open a shift. The card's own proof comes before the PIN, so that only who
 * holds the card can use up its tries; and a try is counted before the PIN is looked at, so that
 * many attempts at once are no more than one after the other.
 */
final class Inspection {

  private final JpaTemplate jpa;
  private final CardKeys keys;
  private final GuardSettings settings;
  private final PlatformClock clock;
  private final AuditTrail trail;

  Inspection(
      JpaTemplate jpa,
      CardKeys keys,
      GuardSettings settings,
      PlatformClock clock,
      AuditTrail trail) {
    this.jpa = jpa;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
    this.trail = trail;
  }

  /**
   * What was found.
   *
   * @param refusal who refuses, and why; null for nobody
   * @param collector whose card it is; null if the kind of terminal has none
   */
  record Finding(GuardRefusal refusal, Holder collector) {}

  /**
   * Looks at a request.
   *
   * @param challenge what the card had to answer; null for none
   * @param handle the terminal's keys, which proved the request
   */
  Finding inspect(ShiftRequest.Open request, byte[] challenge, KeyHandle handle) {
    Proof proof = proof(request.origin().terminalCode());
    if (proof.isNothing()) {
      return refuse(GuardRefusal.card("this kind of terminal has no shifts"));
    }
    if (proof.card() == request.cardNo().isEmpty()) {
      return refuse(GuardRefusal.card(proof.card() ? "a card is missing" : "no card belongs here"));
    }
    if (proof.sim() == request.iccid().isEmpty()) {
      return refuse(GuardRefusal.sim(proof.sim() ? "the SIM is missing" : "no SIM belongs here"));
    }
    if (challenge == null) {
      return refuse(GuardRefusal.card("ask for a challenge first, and answer it in time"));
    }
    Finding found = jpa.txExpr(TransactionType.Required, em -> look(em, request, proof));
    if (found.refusal() != null || !proof.card()) {
      return found;
    }
    GuardRefusal unproven = prove(request, challenge, proof, handle);
    return unproven == null ? found : refuse(unproven);
  }

  private Proof proof(String terminalCode) {
    TerminalRow terminal =
        jpa.txExpr(TransactionType.Required, em -> em.find(TerminalRow.class, terminalCode));
    return settings.proof(TerminalKind.valueOf(terminal.kind()));
  }

  /** Looks at what is registered. */
  private static Finding look(EntityManager em, ShiftRequest.Open request, Proof proof) {
    Holder collector = null;
    if (proof.card()) {
      CollectorCard card = CardDesk.find(em, request.cardNo()).orElse(null);
      if (card == null || card.state() != CollectorCard.State.ISSUED) {
        return refuse(GuardRefusal.card("identity card " + request.cardNo() + " may not be used"));
      }
      collector = card.collector();
      if (!collector.agencyCode().equals(request.origin().agencyCode())
          || !collector.collectorCode().equals(request.origin().collectorCode())) {
        return refuse(GuardRefusal.card("this is another collector's identity card"));
      }
    }
    if (proof.sim() && !isRegistered(em, request)) {
      return refuse(GuardRefusal.sim("this SIM is not registered, or revoked"));
    }
    boolean bound =
        BindingDesk.find(em, request.origin().terminalCode(), request.cardNo(), request.iccid())
            .filter(binding -> binding.state() == Binding.State.BOUND)
            .isPresent();
    return bound ? new Finding(null, collector) : refuse(unbound(em, request, proof));
  }

  private static boolean isRegistered(EntityManager em, ShiftRequest.Open request) {
    return SimDesk.find(em, request.iccid())
        .filter(sim -> !sim.revoked() && sim.imsi().equals(request.imsi()))
        .isPresent();
  }

  /** Tells whether it is the card or the SIM that does not belong to the terminal. */
  private static GuardRefusal unbound(EntityManager em, ShiftRequest.Open request, Proof proof) {
    boolean cardIsKnown =
        !Sql.rows(
                em,
                "select b.card_no, b.iccid from gt_binding b where b.terminal_code = ?1"
                    + " and b.card_no = ?2 and b.state = 'BOUND'",
                request.origin().terminalCode(),
                request.cardNo())
            .isEmpty();
    return proof.card() && !cardIsKnown
        ? GuardRefusal.card("identity card " + request.cardNo() + " is not bound to this terminal")
        : GuardRefusal.sim("this SIM is not bound to this terminal and card");
  }

  /** Has the card and its holder prove themselves; returns null if they do. */
  private GuardRefusal prove(
      ShiftRequest.Open request, byte[] challenge, Proof proof, KeyHandle handle) {
    String terminal = request.origin().terminalCode();
    if (!keys.answers(request.cardNo(), terminal, challenge, request.answer())) {
      return GuardRefusal.card("the identity card did not prove itself");
    }
    if (!proof.pin()) {
      return null;
    }
    String hash = countTry(request.cardNo());
    if (hash == null) {
      return GuardRefusal.card("identity card " + request.cardNo() + " is locked");
    }
    PinCheck check = keys.checkPin(handle, request.cardNo(), request.pinBlock(), hash);
    if (check == PinCheck.RIGHT) {
      forgetTries(request.cardNo());
      return null;
    }
    lockIfUsedUp(request.cardNo());
    return new GuardRefusal(Guard.CARD, Refusal.WRONG_PIN, "the PIN is wrong");
  }

  /** Returns the PIN's hash if the card has a try left, which is used up then. */
  private String countTry(String cardNo) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          int counted =
              Sql.update(
                  em,
                  "update gt_collector_card set failures = failures + 1 where card_no = ?1"
                      + " and state = 'ISSUED' and failures < ?2 and pin_hash is not null",
                  cardNo,
                  settings.pinTries());
          List<Object[]> rows =
              Sql.rows(
                  em,
                  "select c.pin_hash, c.failures from gt_collector_card c where c.card_no = ?1",
                  cardNo);
          return counted == 1 ? (String) rows.get(0)[0] : null;
        });
  }

  private void forgetTries(String cardNo) {
    jpa.tx(
        TransactionType.Required,
        em ->
            Sql.update(
                em,
                "update gt_collector_card set failures = 0 where card_no = ?1"
                    + " and state = 'ISSUED'",
                cardNo));
  }

  private void lockIfUsedUp(String cardNo) {
    jpa.tx(
        TransactionType.Required,
        em -> {
          int locked =
              Sql.update(
                  em,
                  "update gt_collector_card set state = 'LOCKED', changed_at = ?1,"
                      + " changed_by = 'platform' where card_no = ?2 and state = 'ISSUED'"
                      + " and failures >= ?3",
                  clock.now().toEpochMilli(),
                  cardNo,
                  settings.pinTries());
          if (locked == 1) {
            trail.record(AuditEvent.ofPlatform("card-lock", cardNo, "too many wrong PINs"));
          }
        });
  }

  private static Finding refuse(GuardRefusal refusal) {
    return new Finding(refusal, null);
  }
}
