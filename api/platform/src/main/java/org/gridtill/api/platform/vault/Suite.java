package org.gridtill.api.platform.vault;

/**
 * The ciphers that a terminal's keys are for. A terminal has the suite with which its master key
 * was loaded; no message of it can choose another.
 */
public enum Suite {
  /** AES-128: codes by CMAC, fields in CBC mode. The suite of new terminals. */
  AES_CMAC(false),
  /** SM4: codes by CBC-MAC over an SM3 digest, fields in CBC mode. For terminals that must. */
  SM4(false),
  /** Two-key triple DES with the code of ANSI X9.19. For old terminals only. */
  X919(true),
  /**
   * Two-key triple DES with UnionPay's ECB code, which does not protect the order of the blocks of
   * a message. For the oldest terminals only.
   */
  UNIONPAY_ECB(true);

  private final boolean legacy;

  Suite(boolean legacy) {
    this.legacy = legacy;
  }

  /** Tells whether it must be switched on by operations before anything works with it. */
  public boolean legacy() {
    return legacy;
  }
}
