package org.gridtill.simulator.pos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A collector's identity card in software, as docs/identity-card.md lays it down. Its key is
 * derived from a test master key that anybody can compute.
 */
public final class IdentityCard {

  /** Stands for a terminal's code where the cards' master key is loaded. */
  public static final String MASTER = "*cards";

  static final int SHIFT_NO = 0x07;
  private static final int CARD_NO = 0x01;
  private static final int ANSWER = 0x02;
  private static final int PIN_BLOCK = 0x03;
  private static final int CHALLENGE = 0x06;
  private static final int CODE_BYTES = 8;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final String cardNo;
  private final String collectorCode;
  private final byte[] key;

  /**
   * A card of a collector.
   *
   * @param cardNo its number, 8 to 19 digits
   * @param collectorCode whose it is
   */
  public IdentityCard(String cardNo, String collectorCode) {
    this.cardNo = cardNo;
    this.collectorCode = collectorCode;
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.write(1);
    input.writeBytes("gridtill card".getBytes(StandardCharsets.US_ASCII));
    input.write(0);
    input.writeBytes(cardNo.getBytes(StandardCharsets.US_ASCII));
    input.write(0);
    input.write(128);
    key = Aes.cmac(TestKeys.masterKey(MASTER), input.toByteArray());
  }

  /** Returns its number. */
  public String cardNo() {
    return cardNo;
  }

  /** Returns whose it is. */
  public String collectorCode() {
    return collectorCode;
  }

  /** Returns the number of the shift that an answer says was opened. */
  public static long shiftNo(PosAnswer opened) throws ProtocolException {
    return Long.parseUnsignedLong(element(opened, SHIFT_NO), 16);
  }

  private static String element(PosAnswer answer, int tag) throws ProtocolException {
    for (CardElement element : CardElement.parse(answer.message().bytes(47))) {
      if (element.tag() == tag) {
        return element.value();
      }
    }
    throw new ProtocolException("field 47 has no element " + tag);
  }

  List<CardElement> prove(String terminalCode, PosAnswer challenge) throws IOException {
    byte[] text =
        (terminalCode + " ".repeat(16 - terminalCode.length()) + cardNo)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] random = HEX.parseHex(element(challenge, CHALLENGE));
    byte[] input = Arrays.copyOf(random, random.length + text.length);
    System.arraycopy(text, 0, input, random.length, text.length);
    byte[] code = Arrays.copyOf(Aes.cmac(key, input), CODE_BYTES);
    return List.of(
        new CardElement(CARD_NO, SimCard.hex(cardNo)),
        new CardElement(ANSWER, HEX.formatHex(code)));
  }

  CardElement pinBlock(String pin, WorkingKeys keys) {
    return new CardElement(PIN_BLOCK, HEX.formatHex(keys.pinBlock(pin, cardNo)));
  }
}
