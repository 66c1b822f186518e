package org.gridtill.vault;

import org.apache.aries.jpa.template.JpaTemplate;

/** The vault's part of the database. */
record VaultTables(
    KeyRepository keys,
    CeremonyRepository ceremonies,
    RewrapRepository rewrap,
    AuthorityKeyRepository authority) {

  static VaultTables in(JpaTemplate jpa) {
    return new VaultTables(
        new JpaKeyRepository(jpa),
        new JpaCeremonyRepository(jpa),
        new JpaRewrapRepository(jpa),
        new JpaAuthorityKeyRepository(jpa));
  }
}
