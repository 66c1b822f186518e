package org.gridtill.vault;

/**
 * One of the vault's own master keys. Nothing is wrapped under it itself, but each key under one of
 * its own that is derived from it. Safe for use by several threads.
 */
interface MasterKey {

  /** How long a derived key is, so that it is one of AES-256. */
  int DERIVED_BYTES = 32;

  /** Returns a name of this key that says nothing about it: 16 hexadecimal digits. */
  String id();

  /**
   * Derives a key.
   *
   * @param context what it is for; another context gives a key that has nothing to do with this one
   * @return 32 bytes; the caller wipes them
   */
  byte[] derive(byte[] context);

  /**
   * Unwraps what GridTill's first version wrapped.
   *
   * @throws IllegalStateException if it was wrapped under another key, for something else, or was
   *     changed since
   */
  default byte[] unwrapFirst(byte[] wrapped, byte[] context) {
    throw new IllegalStateException("nothing was wrapped under this key by the first version");
  }
}
