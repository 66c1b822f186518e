package org.gridtill.vault;

import java.util.Set;

/** The vault's own master keys, where they are kept. Safe for use by several threads. */
interface MasterKeys {

  /** Says where they are kept, for operations. */
  String place();

  /** Returns the newest, under which keys are wrapped. */
  MasterKey current();

  /**
   * Returns the one of that name.
   *
   * @throws IllegalStateException if it is not there
   */
  MasterKey find(String id);

  /** Returns the names of all. */
  Set<String> ids();

  /** Makes a new one, which is durable when this returns and current from then on. */
  MasterKey add();

  /**
   * Destroys all but the current one.
   *
   * @return how many they were
   */
  int retire();
}
