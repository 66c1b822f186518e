package org.gridtill.vault;

import java.util.Optional;
import java.util.function.LongFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.store.vault.AuthorityKeyRow;

/** The authority's wrapped keys in the database. They are never deleted. */
final class JpaAuthorityKeyRepository implements AuthorityKeyRepository {

  /** Two people who make one at the same moment are rare enough; three have never been seen. */
  private static final int ATTEMPTS = 3;

  private final JpaTemplate jpa;

  JpaAuthorityKeyRepository(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  @Override
  public StoredAuthorityKey add(LongFunction<StoredAuthorityKey> maker) {
    RuntimeException taken = null;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      long number = last() + 1;
      StoredAuthorityKey key = maker.apply(number);
      try {
        jpa.tx(TransactionType.Required, em -> em.persist(Rows.of(key)));
        return key;
      } catch (RuntimeException e) {
        if (find(number).isEmpty()) {
          throw e;
        }
        taken = e;
      }
    }
    throw new IllegalStateException("others make keys all the time", taken);
  }

  private long last() {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em
                .createQuery("select k.number from AuthorityKeyRow k", Long.class)
                .getResultList()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
  }

  @Override
  public Optional<StoredAuthorityKey> find(long number) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> Optional.ofNullable(em.find(AuthorityKeyRow.class, number)).map(Rows::of));
  }
}
