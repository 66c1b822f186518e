package org.gridtill.simulator.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.gridtill.api.adapter.card.CardWriteStep;

/**
 * A stand-in for the cryptography of real cards, with AES-CMAC in place of SM1: SM1 is not
 * published, so nothing outside the utility's hardware can compute it. It has the shape of the real
 * thing (a root key, diversified by the card's serial number; cryptograms of 8 bytes, codes of 4),
 * and protects nothing, for its root key is public: the 16 bytes of the ASCII text {@value
 * #TEST_ROOT_KEY}.
 *
 * <ul>
 *   <li>A card's key is the AES encipherment, under the root key, of the 8 bytes of the serial
 *       number followed by their complement.
 *   <li>External authentication: the first 8 bytes of the CMAC of 01 and the challenge.
 *   <li>Internal authentication: the first 8 bytes of the CMAC of 02 and the random number.
 *   <li>Code of a write: the first 4 bytes of the CMAC of 03, the challenge, the sequence number (1
 *       byte), the file (1 byte: its place in {@link CardWriteStep.Target}) and the data.
 * </ul>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SubstituteCryptography implements CardCryptography {

  /** The root key of all simulated cards; known to everybody, on purpose. */
  public static final String TEST_ROOT_KEY = "GridTillTestKey!";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final byte EXTERNAL = 1;
  private static final byte INTERNAL = 2;
  private static final byte WRITE = 3;
  private static final int SERIAL_BYTES = 8;
  private static final int CRYPTOGRAM_BYTES = 8;
  private static final int CODE_BYTES = 4;
  private static final int WRITE_HEADER_BYTES = 11;

  private final byte[] rootKey;

  /** Makes the cryptography of all simulated cards, meters and utilities. */
  public SubstituteCryptography() {
    this(TEST_ROOT_KEY);
  }

  /**
   * Makes the cryptography of another key system, whose cards the first refuses.
   *
   * @param rootKey 16 ASCII characters
   * @throws IllegalArgumentException if it has another length
   */
  public SubstituteCryptography(String rootKey) {
    this.rootKey = rootKey.getBytes(US_ASCII);
    if (this.rootKey.length != Cmac.BLOCK) {
      throw new IllegalArgumentException("a root key is 16 characters");
    }
  }

  @Override
  public String externalAuthentication(String cardSerial, String challenge) {
    return cryptogram(cardSerial, EXTERNAL, challenge);
  }

  @Override
  public String internalAuthentication(String cardSerial, String random) {
    return cryptogram(cardSerial, INTERNAL, random);
  }

  @Override
  public String writeCode(
      String cardSerial, String challenge, int sequence, CardWriteStep.Target target, String data) {
    byte[] written = HEX.parseHex(data);
    byte[] message =
        ByteBuffer.allocate(WRITE_HEADER_BYTES + written.length)
            .put(WRITE)
            .put(HEX.parseHex(challenge))
            .put((byte) sequence)
            .put((byte) target.ordinal())
            .put(written)
            .array();
    return HEX.formatHex(Cmac.of(cardKey(cardSerial), message), 0, CODE_BYTES);
  }

  private String cryptogram(String cardSerial, byte use, String number) {
    byte[] bytes = HEX.parseHex(number);
    byte[] message = ByteBuffer.allocate(1 + bytes.length).put(use).put(bytes).array();
    return HEX.formatHex(Cmac.of(cardKey(cardSerial), message), 0, CRYPTOGRAM_BYTES);
  }

  private byte[] cardKey(String cardSerial) {
    byte[] serial = HEX.parseHex(cardSerial);
    byte[] factor = new byte[Cmac.BLOCK];
    for (int i = 0; i < SERIAL_BYTES; i++) {
      factor[i] = serial[i];
      factor[SERIAL_BYTES + i] = (byte) ~serial[i];
    }
    return Cmac.encrypt(rootKey, factor);
  }
}
