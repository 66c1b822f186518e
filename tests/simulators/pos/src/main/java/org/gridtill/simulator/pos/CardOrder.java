package org.gridtill.simulator.pos;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the platform gives to be written to a card.
 *
 * @param meterNo the meter whose card it is
 * @param amountFen what the wallet holds afterwards
 * @param purchaseCount the number of the purchase
 * @param steps the commands, in their order
 */
public record CardOrder(String meterNo, long amountFen, long purchaseCount, List<Step> steps) {

  private static final HexFormat HEX = HexFormat.of();
  private static final int WALLET_DIGITS = 16;
  private static final int STEP_HEADER_DIGITS = 4;

  /** Copies the list. */
  public CardOrder {
    steps = List.copyOf(steps);
  }

  /**
   * A command for the card.
   *
   * @param target what it is about: 1 external authentication, 2 parameter file, 3 wallet, 4
   *     tariffs in force, 5 tariffs to come, 6 return-write file
   * @param mac the code that the card checks, 8 hexadecimal digits; empty without one
   * @param data the data, hexadecimal
   */
  public record Step(int target, String mac, String data) {}

  /**
   * Returns the order in field 55 of an answer; null if it has none.
   *
   * @throws ProtocolException if the field has a wrong form
   */
  static CardOrder parse(byte[] field) throws ProtocolException {
    String meterNo = null;
    String wallet = null;
    List<Step> steps = new ArrayList<>();
    for (CardElement element : CardElement.parse(field)) {
      switch (element.tag()) {
        case 0x11 -> meterNo = new String(element.bytes(), StandardCharsets.US_ASCII);
        case 0x12 -> wallet = element.value();
        case 0x13 -> steps.add(step(element.value()));
        default -> {
          // A later version may have more; what a terminal does not know it leaves alone.
        }
      }
    }
    if (meterNo == null && wallet == null && steps.isEmpty()) {
      return null;
    }
    if (meterNo == null || wallet == null || wallet.length() != WALLET_DIGITS) {
      throw new ProtocolException("the order for the card is not complete");
    }
    return new CardOrder(
        meterNo,
        HexFormat.fromHexDigitsToLong(wallet.substring(0, WALLET_DIGITS / 2)),
        HexFormat.fromHexDigitsToLong(wallet.substring(WALLET_DIGITS / 2)),
        steps);
  }

  private static Step step(String value) throws ProtocolException {
    if (value.length() < STEP_HEADER_DIGITS) {
      throw new ProtocolException("a step is cut short");
    }
    byte[] header = HEX.parseHex(value.substring(0, STEP_HEADER_DIGITS));
    int macEnd = STEP_HEADER_DIGITS + 2 * (header[1] & 0xff);
    if (value.length() < macEnd) {
      throw new ProtocolException("a step is cut short");
    }
    String mac = value.substring(STEP_HEADER_DIGITS, macEnd);
    return new Step(header[0] & 0xff, mac, value.substring(macEnd));
  }
}
