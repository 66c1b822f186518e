package org.gridtill.simulator.card;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.ParameterFile;
import org.gridtill.api.adapter.card.ReturnWriteFile;

/**
 * Builds the files of a card, as hexadecimal text, upper case. A file that is all zeros is as good
 * as not there: such a parameter file is that of a blank card, such a return-write file says that
 * the meter has not written since the card was.
 */
public final class CardFiles {

  /** The parameter file of a blank card. */
  public static final String BLANK_PARAMETERS = "00".repeat(ParameterFile.BYTES);

  /** The return-write file of a card that was not inserted since it was written. */
  public static final String CLEARED_RETURN_FILE = "00".repeat(ReturnWriteFile.BYTES);

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyMMddHHmm");
  private static final int NUMBER_DIGITS = 12;
  private static final String RATIO_OF_ONE = "000001";
  private static final int FIRST_ALARM_FEN = 2_000;
  private static final int SECOND_ALARM_FEN = 500;
  private static final int WALLET_BYTES = 8;

  private CardFiles() {}

  /**
   * Builds a parameter file: a direct meter (both transformer ratios 1) that warns at 20 and at 5
   * yuan.
   *
   * @param meterNo up to 12 decimal digits
   * @param consumerNo up to 12 decimal digits
   * @throws IllegalArgumentException if a number has another form
   */
  public static String parameterFile(String meterNo, String consumerNo, CardType type) {
    ByteBuffer file = ByteBuffer.allocate(ParameterFile.BYTES);
    // Between the frame and the alarms: update flag, switch time of the tariffs, reserved; unused.
    file.position(16);
    file.putInt(FIRST_ALARM_FEN).putInt(SECOND_ALARM_FEN);
    file.put(HEX.parseHex(RATIO_OF_ONE)).put(HEX.parseHex(RATIO_OF_ONE));
    file.put(digits(meterNo)).put(digits(consumerNo)).put((byte) type.code());
    return framed(file.array(), 0x01);
  }

  /**
   * Builds a return-write file.
   *
   * @param meterNo up to 12 decimal digits
   * @param consumerNo up to 12 decimal digits; empty if the meter is not opened
   * @param remaining the credit in the meter; not negative
   * @param purchaseCount the last purchase that the meter took
   * @param overdraft what was used without credit; not negative
   * @param illegalInsertions how many cards were refused
   * @param time when the meter writes
   * @throws IllegalArgumentException if a value does not fit its field
   */
  public static String returnWriteFile(
      String meterNo,
      String consumerNo,
      Money remaining,
      int purchaseCount,
      Money overdraft,
      int illegalInsertions,
      LocalDateTime time) {
    ByteBuffer file = ByteBuffer.allocate(ReturnWriteFile.BYTES);
    file.position(5);
    file.put(HEX.parseHex(RATIO_OF_ONE)).put(HEX.parseHex(RATIO_OF_ONE));
    file.put(digits(meterNo)).put(digits(consumerNo));
    file.putInt(fen(remaining)).putInt(purchaseCount).putInt(fen(overdraft));
    // Three bytes on the state of the keys, which a simulated meter does not change.
    file.position(38);
    file.putInt(illegalInsertions).put(HEX.parseHex(TIME.format(time)));
    return framed(file.array(), 0x11);
  }

  /** Builds a wallet file: 4 bytes of fen, 4 bytes of purchase count. */
  public static String wallet(CardWallet wallet) {
    return HEX.formatHex(
        ByteBuffer.allocate(WALLET_BYTES)
            .putInt(fen(wallet.amount()))
            .putInt(wallet.purchaseCount())
            .array());
  }

  /**
   * Reads a wallet file.
   *
   * @throws IllegalArgumentException if it has another length, or a number out of range
   */
  public static CardWallet wallet(String file) {
    ByteBuffer bytes = ByteBuffer.wrap(HEX.parseHex(file));
    if (bytes.capacity() != WALLET_BYTES) {
      throw new IllegalArgumentException("wrong wallet");
    }
    return new CardWallet(Money.ofFen(Integer.toUnsignedLong(bytes.getInt())), bytes.getInt());
  }

  /**
   * Returns a number as files carry it: 12 digits, with zeros in front.
   *
   * @throws IllegalArgumentException if it is not up to 12 decimal digits
   */
  public static String twelveDigits(String number) {
    if (!number.matches("[0-9]{0,12}")) {
      throw new IllegalArgumentException("a card has numbers of up to 12 digits only");
    }
    return "0".repeat(NUMBER_DIGITS - number.length()) + number;
  }

  private static byte[] digits(String number) {
    return HEX.parseHex(twelveDigits(number));
  }

  private static int fen(Money money) {
    long fen = money.fen();
    if (fen < 0 || fen >= 1L << Integer.SIZE) {
      throw new IllegalArgumentException("an amount that does not fit a card");
    }
    return (int) fen;
  }

  /** Puts 68, kind, length, check sum and 16 around the content. */
  private static String framed(byte[] file, int kind) {
    int length = file.length;
    file[0] = 0x68;
    file[1] = (byte) kind;
    file[3] = (byte) (length - 6);
    int sum = 0;
    for (int i = 0; i < length - 2; i++) {
      sum += file[i];
    }
    file[length - 2] = (byte) sum;
    file[length - 1] = 0x16;
    return HEX.formatHex(file);
  }
}
