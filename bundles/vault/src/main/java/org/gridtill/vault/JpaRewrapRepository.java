package org.gridtill.vault;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.store.vault.AuthorityKeyRow;
import org.gridtill.store.vault.KeyComponentRow;
import org.gridtill.store.vault.MasterKeyRow;
import org.gridtill.store.vault.WorkingKeyRow;
import org.gridtill.vault.AuthorityKeyRepository.StoredAuthorityKey;
import org.gridtill.vault.CeremonyRepository.StoredComponent;
import org.gridtill.vault.KeyRepository.StoredMaster;
import org.gridtill.vault.KeyRepository.StoredWorkingKeys;
import org.gridtill.vault.Wrapping.Wrapped;

/** Rows by their master key, in the database. */
final class JpaRewrapRepository implements RewrapRepository {

  private static final List<String> ENTITIES =
      List.of("MasterKeyRow", "WorkingKeyRow", "KeyComponentRow", "AuthorityKeyRow");

  private final JpaTemplate jpa;

  JpaRewrapRepository(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  @Override
  public Map<String, Long> countByMasterKey() {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          Map<String, Long> counts = new TreeMap<>();
          for (String entity : ENTITIES) {
            List<Object[]> rows =
                em.createQuery(
                        "select k.vaultKeyId, count(k) from " + entity + " k group by k.vaultKeyId",
                        Object[].class)
                    .getResultList();
            rows.forEach(row -> counts.merge((String) row[0], (Long) row[1], Long::sum));
          }
          return counts;
        });
  }

  @Override
  public List<StoredMaster> mastersNotUnder(String masterKeyId, int most) {
    return notUnder(masterKeyId, most, MasterKeyRow.class, Rows::of);
  }

  @Override
  public List<StoredWorkingKeys> workingKeysNotUnder(String masterKeyId, int most) {
    return notUnder(masterKeyId, most, WorkingKeyRow.class, Rows::of);
  }

  @Override
  public List<StoredComponent> componentsNotUnder(String masterKeyId, int most) {
    return notUnder(masterKeyId, most, KeyComponentRow.class, Rows::of);
  }

  @Override
  public List<StoredAuthorityKey> authorityKeysNotUnder(String masterKeyId, int most) {
    return notUnder(masterKeyId, most, AuthorityKeyRow.class, Rows::of);
  }

  @Override
  public void replace(StoredMaster before, Wrapped after) {
    update(
        "update gt_master_key set wrapped_key = ?1, vault_key_id = ?2 where terminal_code = ?3"
            + " and version = ?4 and wrapped_key = ?5",
        after.text(),
        after.masterKeyId(),
        before.terminalCode(),
        before.version(),
        before.wrapped().text());
  }

  @Override
  public void replace(StoredWorkingKeys before, Wrapped pinKey, Wrapped macKey) {
    update(
        "update gt_working_key set wrapped_pin_key = ?1, wrapped_mac_key = ?2, vault_key_id = ?3"
            + " where terminal_code = ?4 and generation = ?5 and wrapped_pin_key = ?6",
        pinKey.text(),
        macKey.text(),
        pinKey.masterKeyId(),
        before.terminalCode(),
        before.generation(),
        before.pinKey().text());
  }

  @Override
  public void replace(StoredComponent before, Wrapped after) {
    update(
        "update gt_key_component set wrapped_component = ?1, vault_key_id = ?2"
            + " where terminal_code = ?3 and wrapped_component = ?4",
        after.text(),
        after.masterKeyId(),
        before.key().terminalCode(),
        before.wrapped().text());
  }

  @Override
  public void replace(StoredAuthorityKey before, Wrapped after) {
    update(
        "update gt_authority_key set wrapped_key = ?1, vault_key_id = ?2"
            + " where key_number = ?3 and wrapped_key = ?4",
        after.text(),
        after.masterKeyId(),
        before.number(),
        before.wrapped().text());
  }

  private <R, S> List<S> notUnder(
      String masterKeyId, int most, Class<R> entity, Function<R, S> stored) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em
                .createQuery(
                    "select k from " + entity.getSimpleName() + " k where k.vaultKeyId <> :id",
                    entity)
                .setParameter("id", masterKeyId)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(stored)
                .toList());
  }

  private void update(String sql, Object... parameters) {
    jpa.tx(TransactionType.Required, em -> Rows.update(em, sql, parameters));
  }
}
