package org.gridtill.vault;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.store.vault.MasterKeyRow;
import org.gridtill.store.vault.TerminalKeyRow;
import org.gridtill.store.vault.WorkingKeyRow;

/** Wrapped keys in the database. */
final class JpaKeyRepository implements KeyRepository {

  private final JpaTemplate jpa;

  JpaKeyRepository(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  @Override
  public Optional<StoredKeys> find(String terminalCode) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> Optional.ofNullable(Rows.read(em, terminalCode)).map(row -> stored(em, row)));
  }

  @Override
  public boolean putPending(
      String terminalCode, long version, LongFunction<StoredWorkingKeys> maker) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          boolean held =
              Rows.update(
                      em,
                      "update gt_terminal_key set last_generation = last_generation + 1"
                          + " where terminal_code = ?1 and current_version = ?2",
                      terminalCode,
                      version)
                  == 1;
          if (!held) {
            return false;
          }
          TerminalKeyRow row = Rows.read(em, terminalCode);
          em.persist(Rows.of(maker.apply(row.lastGeneration())));
          Rows.update(
              em,
              "update gt_terminal_key set pending_generation = ?1 where terminal_code = ?2",
              row.lastGeneration(),
              terminalCode);
          Rows.deleteWorkingKeys(em, terminalCode, row.pendingGeneration());
          return true;
        });
  }

  @Override
  public boolean promote(String terminalCode, long pending, Instant previousUntil) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          TerminalKeyRow before = Rows.read(em, terminalCode);
          if (before == null) {
            return false;
          }
          boolean promoted =
              Rows.update(
                      em,
                      "update gt_terminal_key set previous_generation = current_generation,"
                          + " previous_until = ?1, current_generation = pending_generation,"
                          + " pending_generation = 0 where terminal_code = ?2"
                          + " and pending_generation = ?3 and previous_generation = ?4",
                      previousUntil.toEpochMilli(),
                      terminalCode,
                      pending,
                      before.previousGeneration())
                  == 1;
          if (promoted) {
            Rows.deleteWorkingKeys(em, terminalCode, before.previousGeneration());
            forgetFormer(em, terminalCode, pending);
          }
          return promoted;
        });
  }

  /** The row is held since the promotion, so that nobody renews the key meanwhile. */
  private static void forgetFormer(EntityManager em, String terminalCode, long proved) {
    TerminalKeyRow row = Rows.read(em, terminalCode);
    WorkingKeyRow keys = em.find(WorkingKeyRow.class, new WorkingKeyRow.Key(terminalCode, proved));
    if (row.formerVersion() != 0 && keys != null && keys.version() == row.currentVersion()) {
      Rows.update(
          em,
          "update gt_terminal_key set former_version = 0 where terminal_code = ?1",
          terminalCode);
      Rows.deleteMaster(em, terminalCode, row.formerVersion());
    }
  }

  private static StoredKeys stored(EntityManager em, TerminalKeyRow row) {
    List<StoredWorkingKeys> workingKeys =
        Rows.generations(row)
            .mapToObj(generation -> new WorkingKeyRow.Key(row.terminalCode(), generation))
            .map(key -> em.find(WorkingKeyRow.class, key))
            .filter(Objects::nonNull)
            .map(Rows::of)
            .toList();
    return new StoredKeys(
        master(em, row.terminalCode(), row.currentVersion()),
        master(em, row.terminalCode(), row.formerVersion()),
        row.pendingGeneration(),
        row.currentGeneration(),
        row.previousGeneration(),
        Instant.ofEpochMilli(row.previousUntil()),
        workingKeys);
  }

  private static StoredMaster master(EntityManager em, String terminalCode, long version) {
    if (version == 0) {
      return null;
    }
    MasterKeyRow row = em.find(MasterKeyRow.class, new MasterKeyRow.Key(terminalCode, version));
    return row == null ? null : Rows.of(row);
  }
}
