package org.gridtill.terminals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.terminals.Sim;
import org.gridtill.api.platform.terminals.Sims;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.terminals.SimRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The SIM cards on the database. */
@Component
public final class SimDesk implements Sims {

  private static final String ACTIVE = "ACTIVE";
  private static final String REVOKED = "REVOKED";
  private static final String COLUMNS =
      "select i.iccid, i.imsi, i.state, i.changed_at, i.changed_by from gt_sim i";

  private final JpaTemplate jpa;
  private final PlatformClock clock;

  /** Made by Declarative Services. */
  @Activate
  public SimDesk(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock) {
    this.jpa = jpa;
    this.clock = clock;
  }

  @Override
  public void add(String iccid, String imsi, String person) {
    Forms.iccid(iccid);
    Forms.imsi(imsi);
    Forms.person(person);
    try {
      jpa.tx(TransactionType.Required, em -> add(em, iccid, imsi, person, clock.now()));
    } catch (RuntimeException e) {
      refuseIfTaken(iccid, imsi, e);
      throw e;
    }
  }

  private void refuseIfTaken(String iccid, String imsi, RuntimeException cause) {
    for (Sim sim : list()) {
      if (sim.iccid().equals(iccid) || sim.imsi().equals(imsi)) {
        throw new IllegalArgumentException(
            "there is a SIM " + sim.iccid() + " with IMSI " + sim.imsi() + " already", cause);
      }
    }
  }

  /** Registers a SIM card as part of something larger. */
  static void add(EntityManager em, String iccid, String imsi, String person, Instant now) {
    em.persist(new SimRow(iccid, imsi, ACTIVE, now.toEpochMilli(), person));
    em.flush();
  }

  @Override
  public void revoke(String iccid, String person) {
    Forms.person(person);
    jpa.tx(
        TransactionType.Required,
        em -> {
          int changed =
              Sql.update(
                  em,
                  "update gt_sim set state = ?1, changed_at = ?2, changed_by = ?3"
                      + " where iccid = ?4 and state <> ?1",
                  REVOKED,
                  clock.now().toEpochMilli(),
                  person,
                  iccid);
          if (changed == 0 && find(em, iccid).isEmpty()) {
            throw new IllegalArgumentException("there is no SIM " + iccid);
          }
          ShiftTable.closeOfSim(em, iccid, "the SIM is revoked", clock.now());
        });
  }

  static Optional<Sim> find(EntityManager em, String iccid) {
    return Sql.rows(em, COLUMNS + " where i.iccid = ?1", iccid).stream()
        .map(SimDesk::sim)
        .findFirst();
  }

  @Override
  public List<Sim> list() {
    return jpa.txExpr(
        TransactionType.Required,
        em -> Sql.rows(em, COLUMNS + " order by i.iccid").stream().map(SimDesk::sim).toList());
  }

  private static Sim sim(Object[] row) {
    return new Sim(
        (String) row[0],
        (String) row[1],
        REVOKED.equals(row[2]),
        Instant.ofEpochMilli(((Number) row[3]).longValue()),
        (String) row[4]);
  }
}
