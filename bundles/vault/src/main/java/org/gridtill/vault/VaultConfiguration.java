package org.gridtill.vault;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the vault, PID {@value #PID}. */
@ObjectClassDefinition(
    id = VaultConfiguration.PID,
    name = "GridTill vault",
    description =
        "Where the vault keeps its master keys, what opens it, which ciphers terminals may use, and"
            + " how long it trusts a working key.")
@interface VaultConfiguration {

  String PID = "org.gridtill.vault";

  @AttributeDefinition(
      name = "Where the master keys are",
      description = "keystore for a key store file, pkcs11 for a security module.")
  String masterKeys() default "keystore";

  @AttributeDefinition(
      name = "Key store file",
      description =
          "BCFKS file with the vault's master keys. Made at the first start, when the database holds"
              + " no key yet. Without it every terminal's key is lost, so back it up, apart from"
              + " the database.")
  String keystoreFile();

  @AttributeDefinition(
      name = "PKCS#11 library",
      description = "The library of the security module's vendor; for pkcs11 only.")
  String pkcs11Library();

  @AttributeDefinition(
      name = "PKCS#11 slot",
      description = "Which of the library's slots that hold a token, counted from 0.")
  int pkcs11SlotIndex() default 0;

  @AttributeDefinition(
      name = "Where the password comes from",
      description =
          "Of the key store's password or the security module's PIN: file, environment (the"
              + " variable GRIDTILL_VAULT_PASSWORD) or prompt (somebody types it, with vault-open).")
  String passwordFrom() default "file";

  @AttributeDefinition(
      name = "Password file",
      description = "File whose first line is the password; only its owner may read it.")
  String passwordFile();

  @AttributeDefinition(
      name = "Make the password",
      description =
          "Whether a password file that is missing is made, with a random password, when the key"
              + " store is missing too.")
  boolean createIfMissing() default false;

  @AttributeDefinition(
      name = "Legacy suites",
      description =
          "Which of X919 and UNIONPAY_ECB terminals may use, with commas between. Both rest on triple"
              + " DES; leave it empty unless there are terminals that can nothing else.")
  String legacySuites() default "";

  @AttributeDefinition(
      name = "Test keys",
      description =
          "Whether terminal-key may load a key that one person knows. Never where real money is.")
  boolean testKeys() default false;

  @AttributeDefinition(
      name = "Life of previous keys",
      description =
          "How long, in seconds, a terminal's working keys stay valid after newer ones were first"
              + " used. 0 to 86400.")
  int previousKeySeconds() default 120;

  @AttributeDefinition(
      name = "Life of cached keys",
      description =
          "How long, in seconds, a node goes on with the keys it has read: within this time it"
              + " notices that another node has loaded or destroyed a master key. 1 to 3600.")
  int cacheSeconds() default 60;

  @AttributeDefinition(
      name = "Cached terminals",
      description = "The number of terminals whose keys are held in memory. 1 to 1000000.")
  int cachedTerminals() default 20_000;
}
