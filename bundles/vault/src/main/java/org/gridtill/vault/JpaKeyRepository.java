package org.gridtill.vault;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.store.vault.TerminalKeyRow;
import org.gridtill.store.vault.WorkingKeyRow;

/**
 * Wrapped keys in the database. Working keys are read and deleted by their whole primary key only:
 * a scan would wait for rows of other terminals, and two scans for each other.
 */
final class JpaKeyRepository implements KeyRepository {

  private final JpaTemplate jpa;

  JpaKeyRepository(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  @Override
  public boolean isEmpty() {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em.createQuery("select k.terminalCode from TerminalKeyRow k", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
  }

  @Override
  public boolean holdsKeysNotUnder(String vaultKeyId) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            !em.createQuery(
                    "select k.terminalCode from TerminalKeyRow k where k.vaultKeyId <> :id",
                    String.class)
                .setParameter("id", vaultKeyId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
  }

  @Override
  public void putMasterKey(String terminalCode, String wrappedKey, String vaultKeyId) {
    jpa.tx(
        TransactionType.Required,
        em -> {
          if (!lockWithNextGeneration(em, terminalCode)) {
            em.persist(new TerminalKeyRow(terminalCode, wrappedKey, vaultKeyId));
            return;
          }
          TerminalKeyRow before = read(em, terminalCode);
          update(
              em,
              "update gt_terminal_key set wrapped_key = ?1, vault_key_id = ?2,"
                  + " pending_generation = 0, current_generation = 0, previous_generation = 0"
                  + " where terminal_code = ?3",
              wrappedKey,
              vaultKeyId,
              terminalCode);
          generations(before).forEach(generation -> delete(em, terminalCode, generation));
        });
  }

  @Override
  public Optional<StoredKeys> find(String terminalCode) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> Optional.ofNullable(read(em, terminalCode)).map(row -> stored(em, row)));
  }

  @Override
  public Optional<StoredKeys> putPending(
      String terminalCode, LongFunction<StoredWorkingKeys> maker) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          if (!lockWithNextGeneration(em, terminalCode)) {
            return Optional.empty();
          }
          TerminalKeyRow row = read(em, terminalCode);
          StoredWorkingKeys keys = maker.apply(row.lastGeneration());
          em.persist(
              new WorkingKeyRow(
                  terminalCode,
                  keys.generation(),
                  keys.wrappedPinKey(),
                  keys.wrappedMacKey(),
                  keys.issuedAt().toEpochMilli()));
          update(
              em,
              "update gt_terminal_key set pending_generation = ?1 where terminal_code = ?2",
              keys.generation(),
              terminalCode);
          delete(em, terminalCode, row.pendingGeneration());
          return Optional.of(stored(em, row));
        });
  }

  @Override
  public boolean promote(String terminalCode, long pending, Instant previousUntil) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          TerminalKeyRow before = read(em, terminalCode);
          if (before == null) {
            return false;
          }
          boolean promoted =
              update(
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
            delete(em, terminalCode, before.previousGeneration());
          }
          return promoted;
        });
  }

  /** Holds the terminal's row until the transaction ends; false if there is none. */
  private static boolean lockWithNextGeneration(EntityManager em, String terminalCode) {
    return update(
            em,
            "update gt_terminal_key set last_generation = last_generation + 1"
                + " where terminal_code = ?1",
            terminalCode)
        == 1;
  }

  /** Reads the row as the database has it, also when the transaction has read it before. */
  private static TerminalKeyRow read(EntityManager em, String terminalCode) {
    TerminalKeyRow row = em.find(TerminalKeyRow.class, terminalCode);
    if (row != null) {
      em.refresh(row);
    }
    return row;
  }

  private static StoredKeys stored(EntityManager em, TerminalKeyRow row) {
    List<StoredWorkingKeys> workingKeys =
        generations(row)
            .mapToObj(generation -> new WorkingKeyRow.Key(row.terminalCode(), generation))
            .map(key -> em.find(WorkingKeyRow.class, key))
            .filter(Objects::nonNull)
            .map(JpaKeyRepository::stored)
            .toList();
    return new StoredKeys(
        row.wrappedKey(),
        row.vaultKeyId(),
        row.pendingGeneration(),
        row.currentGeneration(),
        row.previousGeneration(),
        Instant.ofEpochMilli(row.previousUntil()),
        workingKeys);
  }

  private static StoredWorkingKeys stored(WorkingKeyRow row) {
    return new StoredWorkingKeys(
        row.generation(),
        row.wrappedPinKey(),
        row.wrappedMacKey(),
        Instant.ofEpochMilli(row.issuedAt()));
  }

  private static LongStream generations(TerminalKeyRow row) {
    return LongStream.of(row.currentGeneration(), row.pendingGeneration(), row.previousGeneration())
        .filter(generation -> generation != 0);
  }

  private static void delete(EntityManager em, String terminalCode, long generation) {
    update(
        em,
        "delete from gt_working_key where terminal_code = ?1 and generation = ?2",
        terminalCode,
        generation);
  }

  private static int update(EntityManager em, String sql, Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query.executeUpdate();
  }
}
