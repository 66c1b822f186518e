package org.gridtill.terminals;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.files.BadFileException;
import org.gridtill.api.platform.files.BadFileException.BadLine;
import org.gridtill.api.platform.terminals.CollectorCard;
import org.gridtill.api.platform.terminals.Sim;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalImport;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.terminals.TerminalRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports terminals and what is bound to them, in one commit. */
@Component(configurationPid = GuardsConfiguration.PID)
public final class TerminalImporter implements TerminalImport {

  private final JpaTemplate jpa;
  private final Credit credit;
  private final PlatformClock clock;
  private final GuardSettings settings;

  /** Made by Declarative Services. */
  @Activate
  public TerminalImporter(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference Credit credit,
      @Reference PlatformClock clock,
      GuardsConfiguration configuration) {
    this(jpa, credit, clock, GuardSettings.of(configuration));
  }

  TerminalImporter(JpaTemplate jpa, Credit credit, PlatformClock clock, GuardSettings settings) {
    this.jpa = jpa;
    this.credit = credit;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public Imported importFrom(Reader csv, String person) throws IOException {
    Forms.person(person);
    TerminalFile.Content content = TerminalFile.read(csv);
    return jpa.txExpr(TransactionType.Required, em -> importAll(em, content, person));
  }

  private Imported importAll(EntityManager em, TerminalFile.Content content, String person) {
    List<BadLine> bad = new ArrayList<>(content.bad());
    Tally tally = new Tally();
    Instant now = clock.now();
    for (TerminalFile.Line line : content.lines()) {
      try {
        importOne(em, line, person, now, tally);
      } catch (IllegalArgumentException | IllegalStateException e) {
        bad.add(new BadLine(line.number(), e.getMessage()));
      }
    }
    if (!bad.isEmpty()) {
      bad.sort(Comparator.comparingLong(BadLine::number));
      // Takes back the good lines with the transaction.
      throw new BadFileException(bad);
    }
    return new Imported(tally.terminals, tally.cards, tally.sims, tally.bindings);
  }

  private void importOne(
      EntityManager em, TerminalFile.Line line, String person, Instant now, Tally tally) {
    if (credit.find(Holder.agency(line.agency())).isEmpty()) {
      throw new IllegalArgumentException("there is no agency " + line.agency());
    }
    TerminalRow known = em.find(TerminalRow.class, line.terminal());
    if (known == null) {
      refuseSerialNo(em, line.serialNo());
      em.persist(
          new TerminalRow(
              line.terminal(),
              line.agency(),
              line.adapter(),
              line.kind().name(),
              Forms.serialNo(line.serialNo()),
              Terminal.Status.ACTIVE.name(),
              JpaTerminalRegistry.FIRST_BATCH));
      em.flush();
      tally.terminals++;
    } else if (!isSame(known, line)) {
      throw new IllegalArgumentException(
          "terminal " + line.terminal() + " is registered with other data");
    }
    if (!line.cardNo().isEmpty()) {
      Optional<CollectorCard> card = CardDesk.find(em, line.cardNo());
      if (card.isEmpty()) {
        CardDesk.add(em, line.cardNo(), person, now);
        tally.cards++;
      }
    }
    if (!line.iccid().isEmpty()) {
      addSim(em, line, person, now, tally);
    }
    if (!line.cardNo().isEmpty() || !line.iccid().isEmpty()) {
      BindingDesk.request(em, line.terminal(), line.cardNo(), line.iccid(), person, settings, now);
      tally.bindings++;
    }
  }

  private static void addSim(
      EntityManager em, TerminalFile.Line line, String person, Instant now, Tally tally) {
    Optional<Sim> sim = SimDesk.find(em, line.iccid());
    if (sim.isPresent() && !sim.get().imsi().equals(line.imsi())) {
      throw new IllegalArgumentException("SIM " + line.iccid() + " has another IMSI");
    }
    if (sim.isPresent()) {
      return;
    }
    if (!Sql.rows(em, "select i.iccid, i.imsi from gt_sim i where i.imsi = ?1", line.imsi())
        .isEmpty()) {
      throw new IllegalArgumentException("IMSI " + line.imsi() + " is that of another SIM");
    }
    SimDesk.add(em, line.iccid(), line.imsi(), person, now);
    tally.sims++;
  }

  private static void refuseSerialNo(EntityManager em, String serialNo) {
    if (serialNo.isEmpty()) {
      return;
    }
    Sql.rows(
            em,
            "select t.terminal_code, t.serial_no from gt_terminal t where t.serial_no = ?1",
            serialNo)
        .stream()
        .findFirst()
        .ifPresent(
            row -> {
              throw new IllegalArgumentException(
                  "serial number " + serialNo + " is that of terminal " + row[0]);
            });
  }

  private static boolean isSame(TerminalRow row, TerminalFile.Line line) {
    String serialNo = row.serialNo() == null ? "" : row.serialNo();
    return row.agencyCode().equals(line.agency())
        && row.adapter().equals(line.adapter())
        && row.kind().equals(line.kind().name())
        && serialNo.equals(line.serialNo());
  }

  private static final class Tally {
    private int terminals;
    private int cards;
    private int sims;
    private int bindings;
  }
}
