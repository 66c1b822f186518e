package org.gridtill.vault;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.gridtill.api.platform.vault.KeyCeremony.NewKey;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.api.platform.vault.TerminalKeys;
import org.gridtill.vault.CeremonyRepository.StoredComponent;
import org.gridtill.vault.KeyRepository.StoredMaster;
import org.gridtill.vault.Wrapping.Wrapped;

/** Tells of keys what may be told. */
final class KeyFacts {

  private final Wrapping wrapping;
  private final VaultSettings settings;

  KeyFacts(Wrapping wrapping, VaultSettings settings) {
    this.wrapping = wrapping;
    this.settings = settings;
  }

  /** Returns the check value of a key. */
  byte[] checkValue(StoredMaster master) {
    return checkValue(master.wrapped(), master.use(), master.suite());
  }

  TerminalKeys.Master of(StoredMaster master) {
    return new TerminalKeys.Master(
        master.suite(),
        settings.usable(master.suite()),
        hex(checkValue(master)),
        master.loadedAt().equals(Instant.EPOCH) ? null : master.loadedAt(),
        master.loadedBy());
  }

  TerminalKeys.Waiting of(StoredComponent component) {
    Suite suite = component.key().suite();
    return new TerminalKeys.Waiting(
        component.key(),
        hex(checkValue(component.wrapped(), component.use(), suite)),
        component.givenBy(),
        component.givenAt());
  }

  /** Says which key is meant. */
  static String words(NewKey key) {
    return (key.renewal() ? "a new " : "the first ")
        + key.suite()
        + " master key of terminal "
        + key.terminalCode();
  }

  private byte[] checkValue(Wrapped wrapped, KeyUse use, Suite suite) {
    byte[] plain = wrapping.unwrap(wrapped, use);
    try {
      return CipherSuite.of(suite).checkValue(plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static String hex(byte[] checkValue) {
    return HexFormat.of().withUpperCase().formatHex(checkValue);
  }
}
