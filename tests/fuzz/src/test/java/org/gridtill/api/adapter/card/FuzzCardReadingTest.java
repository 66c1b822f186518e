package org.gridtill.api.adapter.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.gridtill.fuzz.Effort;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Images of cards: the files that a terminal reads off them, as bytes and as the text that carries
 * them. A right check sum is added where one belongs, so that the fuzzer need not guess it.
 */
class FuzzCardReadingTest {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String NUMBER = "1122334455667788";

  static Stream<byte[]> files() {
    return Stream.of(
        framed(new byte[ParameterFile.BYTES], 1), framed(new byte[ReturnWriteFile.BYTES], 0x11));
  }

  @MethodSource("files")
  @FuzzTest
  void file(byte[] data) throws Exception {
    if (data == null) {
      return;
    }
    Effort.bounded(data.length, () -> read(HEX.formatHex(data)));
    Effort.bounded(
        data.length, () -> read(new String(data, java.nio.charset.StandardCharsets.UTF_8)));
    if (data.length == ParameterFile.BYTES) {
      String hex = HEX.formatHex(framed(data.clone(), 1));
      Effort.bounded(data.length, () -> read(hex));
    }
    if (data.length == ReturnWriteFile.BYTES) {
      String hex = HEX.formatHex(framed(data.clone(), 0x11));
      Effort.bounded(data.length, () -> read(hex));
    }
  }

  private static Void read(String hex) {
    try {
      ParameterFile file = ParameterFile.read(hex);
      assertThat(hex).contains(file.meterNo()).contains(file.consumerNo());
      CardReading card = new CardReading(NUMBER, NUMBER, hex, CardWallet.EMPTY, "");
      assertThat(card.parameters()).contains(file);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage())
          .as("the content of a card is told nobody")
          .doesNotContain(tail(hex));
    }
    try {
      ReturnWriteFile file = ReturnWriteFile.read(hex);
      assertThat(file.purchaseCount()).isNotNegative();
      assertThat(file.remaining().fen()).isNotNegative();
      CardReading card = new CardReading(NUMBER, NUMBER, "", CardWallet.EMPTY, hex);
      assertThat(card.returnWrite()).contains(file);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage())
          .as("the content of a card is told nobody")
          .doesNotContain(tail(hex));
    }
    return null;
  }

  /** Something that no sentence of the platform holds by chance. */
  private static String tail(String hex) {
    return hex.length() < 12 ? "\0" : hex.substring(hex.length() - 12);
  }

  private static byte[] framed(byte[] file, int kind) {
    int length = file.length;
    file[0] = 0x68;
    file[1] = (byte) kind;
    file[2] = 0;
    file[3] = (byte) (length - 6);
    int sum = 0;
    for (byte each : Arrays.copyOf(file, length - 2)) {
      sum += each;
    }
    file[length - 2] = (byte) sum;
    file[length - 1] = 0x16;
    return file;
  }
}
