package org.gridtill.vault;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.api.platform.vault.KeyVault;
import org.gridtill.api.platform.vault.KeyVault.KeyHandle;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.vault.KeyRepository.StoredKeys;
import org.gridtill.vault.KeyRepository.StoredMaster;

/**
 * The keys of identity cards. Their master key is read and unwrapped anew for each use, which is
 * once a shift, so that it is never kept in memory.
 */
final class DatabaseCardKeys implements CardKeys {

  private static final String CARD = "gridtill card";
  private static final String PIN = "gridtill pin";

  private final KeyRepository repository;
  private final Wrapping wrapping;
  private final KeyVault vault;
  private final SecureRandom random;

  DatabaseCardKeys(
      KeyRepository repository, Wrapping wrapping, KeyVault vault, SecureRandom random) {
    this.repository = repository;
    this.wrapping = wrapping;
    this.vault = vault;
    this.random = random;
  }

  @Override
  public boolean answers(String cardNo, String terminalCode, byte[] challenge, byte[] answer) {
    return withKey(
        CARD,
        cardNo,
        key -> MessageDigest.isEqual(CardKey.answer(key, cardNo, terminalCode, challenge), answer));
  }

  @Override
  public String hashPin(String cardNo, char[] pin) {
    return withKey(PIN, cardNo, key -> PinHash.of(pin, key, random));
  }

  @Override
  public PinCheck checkPin(KeyHandle keys, String cardNo, byte[] block, String hash) {
    char[] pin;
    try {
      pin = PinBlock.read(cardNo, block, one -> vault.decipher(keys, one));
    } catch (IllegalArgumentException e) {
      // The block of another suite.
      return PinCheck.MALFORMED;
    }
    if (pin == null) {
      return PinCheck.MALFORMED;
    }
    try {
      boolean right = withKey(PIN, cardNo, key -> PinHash.isRight(pin, key, hash));
      return right ? PinCheck.RIGHT : PinCheck.WRONG;
    } finally {
      Arrays.fill(pin, '0');
    }
  }

  /** Does something with a derived key, which is wiped afterwards. */
  private <T> T withKey(String label, String cardNo, Function<byte[], T> use) {
    StoredMaster master =
        repository
            .find(MASTER)
            .map(StoredKeys::master)
            .filter(found -> found.suite() == Suite.AES_CMAC)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "there is no master key of identity cards; load it as " + MASTER));
    byte[] plain = wrapping.unwrap(master.wrapped(), master.use());
    byte[] derived = CardKey.derive(plain, label, cardNo);
    Arrays.fill(plain, (byte) 0);
    try {
      return use.apply(derived);
    } finally {
      Arrays.fill(derived, (byte) 0);
    }
  }
}
