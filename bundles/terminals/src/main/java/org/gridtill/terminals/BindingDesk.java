package org.gridtill.terminals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.terminals.Binding;
import org.gridtill.api.platform.terminals.Binding.State;
import org.gridtill.api.platform.terminals.Bindings;
import org.gridtill.api.platform.terminals.CollectorCard;
import org.gridtill.api.platform.terminals.Sim;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.terminals.BindingRow;
import org.gridtill.store.terminals.TerminalRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where two persons bind terminal, identity card and SIM. */
@Component(configurationPid = GuardsConfiguration.PID)
public final class BindingDesk implements Bindings {

  private static final String COLUMNS =
      "select b.terminal_code, b.card_no, b.iccid, b.state, b.requested_by, b.decided_by,"
          + " b.changed_at from gt_binding b";
  private static final String TRIPLE =
      " where terminal_code = ?1 and card_no = ?2 and iccid = ?3 and state = ";

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final GuardSettings settings;

  /** Made by Declarative Services. */
  @Activate
  public BindingDesk(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      GuardsConfiguration configuration) {
    this(jpa, clock, GuardSettings.of(configuration));
  }

  BindingDesk(JpaTemplate jpa, PlatformClock clock, GuardSettings settings) {
    this.jpa = jpa;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public void request(String terminalCode, String cardNo, String iccid, String person) {
    Forms.person(person);
    jpa.tx(
        TransactionType.Required,
        em -> request(em, terminalCode, cardNo, iccid, person, settings, clock.now()));
  }

  /** Asks for a binding as part of something larger. */
  static void request(
      EntityManager em,
      String terminalCode,
      String cardNo,
      String iccid,
      String person,
      GuardSettings settings,
      Instant now) {
    requireFit(em, terminalCode, cardNo, iccid, settings);
    Optional<Binding> before = find(em, terminalCode, cardNo, iccid);
    if (before.isEmpty()) {
      em.persist(
          new BindingRow(
              terminalCode, cardNo, iccid, State.REQUESTED.name(), person, "", now.toEpochMilli()));
      em.flush();
    } else if (before.get().state() == State.BOUND) {
      throw new IllegalStateException("these are bound already");
    } else {
      Sql.update(
          em,
          "update gt_binding set state = 'REQUESTED', requested_by = ?4, decided_by = '',"
              + " changed_at = ?5 where terminal_code = ?1 and card_no = ?2 and iccid = ?3",
          terminalCode,
          cardNo,
          iccid,
          person,
          now.toEpochMilli());
    }
  }

  /** Checks that a binding is what the terminal's kind asks for, of parts that may work. */
  private static void requireFit(
      EntityManager em, String terminalCode, String cardNo, String iccid, GuardSettings settings) {
    TerminalRow terminal = em.find(TerminalRow.class, terminalCode);
    if (terminal == null) {
      throw new IllegalArgumentException("there is no terminal " + terminalCode);
    }
    if (Terminal.Status.REVOKED.name().equals(terminal.status())) {
      throw new IllegalStateException("terminal " + terminalCode + " is revoked");
    }
    TerminalKind kind = TerminalKind.valueOf(terminal.kind());
    Proof proof = settings.proof(kind);
    if (proof.isNothing()) {
      throw new IllegalStateException("a " + kind.word() + " need not be bound to anything");
    }
    if (proof.card() == cardNo.isEmpty()) {
      throw new IllegalArgumentException(
          "a " + kind.word() + (proof.card() ? " is bound to a card" : " has no card"));
    }
    if (proof.sim() == iccid.isEmpty()) {
      throw new IllegalArgumentException(
          "a " + kind.word() + (proof.sim() ? " is bound to a SIM" : " has no SIM"));
    }
    if (proof.card()) {
      requireCard(em, terminalCode, cardNo, settings);
    }
    if (proof.sim()) {
      requireSim(em, iccid);
    }
  }

  private static void requireCard(
      EntityManager em, String terminalCode, String cardNo, GuardSettings settings) {
    CollectorCard card =
        CardDesk.find(em, cardNo)
            .orElseThrow(() -> new IllegalArgumentException("there is no card " + cardNo));
    if (card.state() == CollectorCard.State.LOST || card.state() == CollectorCard.State.RETIRED) {
      throw new IllegalStateException("card " + cardNo + " is lost or retired");
    }
    if (settings.cardOnManyTerminals()) {
      return;
    }
    String other =
        Sql.rows(
                em,
                COLUMNS + " where b.card_no = ?1 and b.terminal_code <> ?2 and b.state <> 'ENDED'",
                cardNo,
                terminalCode)
            .stream()
            .map(row -> (String) row[0])
            .findFirst()
            .orElse(null);
    if (other != null) {
      throw new IllegalStateException("card " + cardNo + " belongs to terminal " + other);
    }
  }

  private static void requireSim(EntityManager em, String iccid) {
    Sim sim =
        SimDesk.find(em, iccid)
            .orElseThrow(() -> new IllegalArgumentException("there is no SIM " + iccid));
    if (sim.revoked()) {
      throw new IllegalStateException("SIM " + iccid + " is revoked");
    }
  }

  @Override
  public void approve(String terminalCode, String cardNo, String iccid, String person) {
    Forms.person(person);
    jpa.tx(
        TransactionType.Required,
        em -> {
          Binding binding =
              find(em, terminalCode, cardNo, iccid)
                  .filter(found -> found.state() == State.REQUESTED)
                  .orElseThrow(() -> new IllegalArgumentException("nobody asked for this binding"));
          if (binding.requestedBy().equals(person)) {
            throw new IllegalStateException("another person must approve what you asked for");
          }
          requireFit(em, terminalCode, cardNo, iccid, settings);
          int changed =
              Sql.update(
                  em,
                  "update gt_binding set state = 'BOUND', decided_by = ?4, changed_at = ?5"
                      + TRIPLE
                      + "'REQUESTED' and requested_by <> ?4",
                  terminalCode,
                  cardNo,
                  iccid,
                  person,
                  clock.now().toEpochMilli());
          if (changed == 0) {
            throw new IllegalStateException("this binding was changed at the same moment");
          }
        });
  }

  @Override
  public void end(String terminalCode, String cardNo, String iccid, String person) {
    Forms.person(person);
    jpa.tx(
        TransactionType.Required,
        em -> {
          int changed =
              Sql.update(
                  em,
                  "update gt_binding set state = 'ENDED', decided_by = ?4, changed_at = ?5"
                      + " where terminal_code = ?1 and card_no = ?2 and iccid = ?3"
                      + " and state <> 'ENDED'",
                  terminalCode,
                  cardNo,
                  iccid,
                  person,
                  clock.now().toEpochMilli());
          if (changed == 0) {
            throw new IllegalArgumentException("there is no such binding");
          }
          ShiftTable.openAt(em, terminalCode)
              .filter(shift -> shift.cardNo().equals(cardNo) && shift.iccid().equals(iccid))
              .ifPresent(
                  shift ->
                      ShiftTable.closeAtTerminal(
                          em, terminalCode, "the binding was ended", clock.now()));
        });
  }

  static Optional<Binding> find(EntityManager em, String terminal, String cardNo, String iccid) {
    return Sql.rows(
            em,
            COLUMNS + " where b.terminal_code = ?1 and b.card_no = ?2 and b.iccid = ?3",
            terminal,
            cardNo,
            iccid)
        .stream()
        .map(BindingDesk::binding)
        .findFirst();
  }

  @Override
  public List<Binding> list() {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            Sql.rows(
                    em,
                    COLUMNS
                        + " where b.state <> 'ENDED' order by b.terminal_code, b.card_no, b.iccid")
                .stream()
                .map(BindingDesk::binding)
                .toList());
  }

  private static Binding binding(Object[] row) {
    return new Binding(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        State.valueOf((String) row[3]),
        (String) row[4],
        (String) row[5],
        Instant.ofEpochMilli(((Number) row[6]).longValue()));
  }
}
