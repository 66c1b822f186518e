package org.gridtill.vault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.store.vault.KeyComponentRow;
import org.gridtill.store.vault.TerminalKeyRow;
import org.gridtill.vault.KeyRepository.StoredMaster;

/** Master keys and components in the database. */
final class JpaCeremonyRepository implements CeremonyRepository {

  private final JpaTemplate jpa;

  JpaCeremonyRepository(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  @Override
  public Optional<StoredComponent> findComponent(String terminalCode) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> Optional.ofNullable(em.find(KeyComponentRow.class, terminalCode)).map(Rows::of));
  }

  @Override
  public void putComponent(StoredComponent component) {
    jpa.tx(
        TransactionType.Required,
        em -> {
          deleteComponent(em, component.key().terminalCode());
          em.persist(Rows.of(component));
        });
  }

  @Override
  public boolean dropComponent(StoredComponent component) {
    return jpa.txExpr(TransactionType.Required, em -> drop(em, component));
  }

  @Override
  public boolean putMaster(
      String terminalCode,
      Manner manner,
      StoredComponent component,
      LongFunction<StoredMaster> maker) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          boolean known = hold(em, terminalCode);
          TerminalKeyRow before = known ? Rows.read(em, terminalCode) : null;
          boolean hasKey = known && before.currentVersion() != 0;
          boolean renewable = hasKey && before.formerVersion() == 0;
          if (manner == Manner.FIRST && hasKey || manner == Manner.RENEWAL && !renewable) {
            return false;
          }
          if (component != null && !drop(em, component)) {
            return false;
          }
          if (!known) {
            em.persist(new TerminalKeyRow(terminalCode));
          }
          long version = known ? before.lastVersion() : 1;
          em.persist(Rows.of(maker.apply(version)));
          if (manner == Manner.RENEWAL) {
            renew(em, terminalCode, version);
          } else if (known) {
            forget(em, before);
            Rows.update(
                em,
                "update gt_terminal_key set current_version = ?1 where terminal_code = ?2",
                version,
                terminalCode);
          }
          return true;
        });
  }

  @Override
  public boolean goBack(String terminalCode) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          if (!hold(em, terminalCode)) {
            return false;
          }
          TerminalKeyRow row = Rows.read(em, terminalCode);
          if (row.formerVersion() == 0) {
            return false;
          }
          Rows.update(
              em,
              "update gt_terminal_key set current_version = former_version, former_version = 0,"
                  + " pending_generation = 0 where terminal_code = ?1",
              terminalCode);
          Rows.deleteMaster(em, terminalCode, row.currentVersion());
          Rows.deleteWorkingKeys(em, terminalCode, row.pendingGeneration());
          return true;
        });
  }

  @Override
  public boolean destroy(String terminalCode) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          if (!hold(em, terminalCode)) {
            return false;
          }
          TerminalKeyRow before = Rows.read(em, terminalCode);
          forget(em, before);
          deleteComponent(em, terminalCode);
          return before.currentVersion() != 0;
        });
  }

  @Override
  public Map<String, Suite> suites() {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          List<Object[]> rows =
              em.createQuery(
                      "select k.terminalCode, k.suite from MasterKeyRow k, TerminalKeyRow t"
                          + " where t.terminalCode = k.terminalCode"
                          + " and t.currentVersion = k.version",
                      Object[].class)
                  .getResultList();
          Map<String, Suite> suites = new HashMap<>();
          rows.forEach(row -> suites.put((String) row[0], Suite.valueOf((String) row[1])));
          return suites;
        });
  }

  @Override
  public long waiting() {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em.createQuery("select count(c) from KeyComponentRow c", Long.class).getSingleResult());
  }

  /** Holds the terminal's row until the transaction ends; false if there is none. */
  private static boolean hold(EntityManager em, String terminalCode) {
    return Rows.update(
            em,
            "update gt_terminal_key set last_version = last_version + 1 where terminal_code = ?1",
            terminalCode)
        == 1;
  }

  private static void renew(EntityManager em, String terminalCode, long version) {
    Rows.update(
        em,
        "update gt_terminal_key set former_version = current_version, current_version = ?1"
            + " where terminal_code = ?2",
        version,
        terminalCode);
  }

  /** Deletes all keys that the row names, and their numbers. */
  private static void forget(EntityManager em, TerminalKeyRow before) {
    String terminalCode = before.terminalCode();
    Rows.update(
        em,
        "update gt_terminal_key set current_version = 0, former_version = 0,"
            + " pending_generation = 0, current_generation = 0, previous_generation = 0"
            + " where terminal_code = ?1",
        terminalCode);
    Rows.deleteMaster(em, terminalCode, before.currentVersion());
    Rows.deleteMaster(em, terminalCode, before.formerVersion());
    Rows.generations(before)
        .forEach(generation -> Rows.deleteWorkingKeys(em, terminalCode, generation));
  }

  private static boolean drop(EntityManager em, StoredComponent component) {
    return Rows.update(
            em,
            "delete from gt_key_component where terminal_code = ?1 and given_by = ?2"
                + " and wrapped_component = ?3",
            component.key().terminalCode(),
            component.givenBy(),
            component.wrapped().text())
        == 1;
  }

  private static void deleteComponent(EntityManager em, String terminalCode) {
    Rows.update(em, "delete from gt_key_component where terminal_code = ?1", terminalCode);
  }
}
