package org.gridtill.vault;

import java.time.Instant;
import java.util.stream.LongStream;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.gridtill.api.platform.vault.KeyCeremony.NewKey;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.store.vault.AuthorityKeyRow;
import org.gridtill.store.vault.KeyComponentRow;
import org.gridtill.store.vault.MasterKeyRow;
import org.gridtill.store.vault.TerminalKeyRow;
import org.gridtill.store.vault.WorkingKeyRow;
import org.gridtill.vault.AuthorityKeyRepository.StoredAuthorityKey;
import org.gridtill.vault.CeremonyRepository.StoredComponent;
import org.gridtill.vault.KeyRepository.StoredMaster;
import org.gridtill.vault.KeyRepository.StoredWorkingKeys;
import org.gridtill.vault.Wrapping.Wrapped;

/**
 * Rows of wrapped keys. Keys are read and deleted by their whole primary key only: a scan would
 * wait for rows of other terminals, and two scans for each other.
 */
final class Rows {

  private Rows() {}

  static StoredMaster of(MasterKeyRow row) {
    return new StoredMaster(
        row.terminalCode(),
        row.version(),
        Suite.valueOf(row.suite()),
        new Wrapped(row.wrappedKey(), row.vaultKeyId()),
        Instant.ofEpochMilli(row.loadedAt()),
        row.loadedBy());
  }

  static MasterKeyRow of(StoredMaster key) {
    return new MasterKeyRow(
        key.terminalCode(),
        key.version(),
        key.suite().name(),
        key.wrapped().text(),
        key.wrapped().masterKeyId(),
        key.loadedAt().toEpochMilli(),
        key.loadedBy());
  }

  static StoredWorkingKeys of(WorkingKeyRow row) {
    return new StoredWorkingKeys(
        row.terminalCode(),
        row.generation(),
        row.version(),
        Suite.valueOf(row.suite()),
        new Wrapped(row.wrappedPinKey(), row.vaultKeyId()),
        new Wrapped(row.wrappedMacKey(), row.vaultKeyId()),
        Instant.ofEpochMilli(row.issuedAt()));
  }

  static WorkingKeyRow of(StoredWorkingKeys keys) {
    return new WorkingKeyRow(
        keys.terminalCode(),
        keys.generation(),
        keys.version(),
        keys.suite().name(),
        keys.pinKey().text(),
        keys.macKey().text(),
        keys.pinKey().masterKeyId(),
        keys.issuedAt().toEpochMilli());
  }

  static StoredComponent of(KeyComponentRow row) {
    return new StoredComponent(
        new NewKey(row.terminalCode(), Suite.valueOf(row.suite()), row.renewal()),
        new Wrapped(row.wrappedComponent(), row.vaultKeyId()),
        Instant.ofEpochMilli(row.givenAt()),
        row.givenBy());
  }

  static KeyComponentRow of(StoredComponent component) {
    return new KeyComponentRow(
        component.key().terminalCode(),
        component.key().suite().name(),
        component.key().renewal(),
        component.wrapped().text(),
        component.wrapped().masterKeyId(),
        component.givenAt().toEpochMilli(),
        component.givenBy());
  }

  static StoredAuthorityKey of(AuthorityKeyRow row) {
    return new StoredAuthorityKey(
        row.number(),
        row.publicKey(),
        new Wrapped(row.wrappedKey(), row.vaultKeyId()),
        Instant.ofEpochMilli(row.madeAt()),
        row.madeBy());
  }

  static AuthorityKeyRow of(StoredAuthorityKey key) {
    return new AuthorityKeyRow(
        key.number(),
        key.publicKey(),
        key.wrapped().text(),
        key.wrapped().masterKeyId(),
        key.madeAt().toEpochMilli(),
        key.madeBy());
  }

  /** Reads the row as the database has it, also when the transaction has read it before. */
  static TerminalKeyRow read(EntityManager em, String terminalCode) {
    TerminalKeyRow row = em.find(TerminalKeyRow.class, terminalCode);
    if (row != null) {
      em.refresh(row);
    }
    return row;
  }

  static LongStream generations(TerminalKeyRow row) {
    return LongStream.of(row.currentGeneration(), row.pendingGeneration(), row.previousGeneration())
        .filter(generation -> generation != 0);
  }

  static void deleteWorkingKeys(EntityManager em, String terminalCode, long generation) {
    update(
        em,
        "delete from gt_working_key where terminal_code = ?1 and generation = ?2",
        terminalCode,
        generation);
  }

  static void deleteMaster(EntityManager em, String terminalCode, long version) {
    update(
        em,
        "delete from gt_master_key where terminal_code = ?1 and version = ?2",
        terminalCode,
        version);
  }

  static int update(EntityManager em, String sql, Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query.executeUpdate();
  }
}
