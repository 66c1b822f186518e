package org.gridtill.api.platform.terminals;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The SIM cards that are known. Safe for use by several threads and nodes. */
@ProviderType
public interface Sims {

  /**
   * Registers a SIM card.
   *
   * @throws IllegalArgumentException if a number is malformed or taken
   */
  void add(String iccid, String imsi, String person);

  /**
   * Revokes one that was stolen, from this moment on; open shifts with it are closed.
   *
   * @throws IllegalArgumentException if there is none
   */
  void revoke(String iccid, String person);

  /** Returns all in the order of their numbers. */
  List<Sim> list();
}
