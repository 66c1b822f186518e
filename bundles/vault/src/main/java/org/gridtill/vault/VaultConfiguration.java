package org.gridtill.vault;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the vault, PID {@value #PID}. */
@ObjectClassDefinition(
    id = VaultConfiguration.PID,
    name = "GridTill vault",
    description = "Where the vault keeps its master key, and how long it trusts a working key.")
@interface VaultConfiguration {

  String PID = "org.gridtill.vault";

  @AttributeDefinition(
      name = "Key store file",
      description =
          "BCFKS file with the vault's master key. Made at the first start, when the database holds"
              + " no key yet. Without it every terminal's key is lost, so back it up, apart from"
              + " the database.")
  String keystoreFile();

  @AttributeDefinition(
      name = "Password file",
      description =
          "File whose first line is the key store's password; only its owner may read it.")
  String passwordFile();

  @AttributeDefinition(
      name = "Make the password",
      description =
          "Whether a password file that is missing is made, with a random password, when the key"
              + " store is missing too.")
  boolean createIfMissing() default false;

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
              + " notices that another node has loaded a new master key. 1 to 3600.")
  int cacheSeconds() default 60;

  @AttributeDefinition(
      name = "Cached terminals",
      description = "The number of terminals whose keys are held in memory. 1 to 1000000.")
  int cachedTerminals() default 20_000;
}
