package org.gridtill.vault;

import org.gridtill.api.platform.vault.KeyVault;
import org.gridtill.api.platform.vault.Suite;

/** A node's open vault. */
record Node(OpenVault open) implements KeyVault {

  DatabaseKeyCeremony ceremony() {
    return open.ceremony();
  }

  byte[] loadMasterKey(String terminalCode, Suite suite, byte[] component1, byte[] component2) {
    return ceremony().loadTestKey(terminalCode, suite, component1, component2);
  }

  @Override
  public WorkingKeys issueWorkingKeys(String terminalCode) {
    return open.vault().issueWorkingKeys(terminalCode);
  }

  @Override
  public MacCheck verify(String terminalCode, byte[] data, byte[] mac) {
    return open.vault().verify(terminalCode, data, mac);
  }

  @Override
  public byte[] sign(KeyHandle keys, byte[] data) {
    return open.vault().sign(keys, data);
  }

  @Override
  public byte[] encipher(KeyHandle keys, byte[] data) {
    return open.vault().encipher(keys, data);
  }

  @Override
  public byte[] decipher(KeyHandle keys, byte[] data) {
    return open.vault().decipher(keys, data);
  }
}
