package org.gridtill.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Field 55 of answers, written by hand. */
class CardOrderTest {

  private static final String ORDER =
      "110002"
          + "4D31" // M1
          + "120008"
          + "FFFFFFFF"
          + "00000008"
          + "130004"
          + "0100"
          + "ABCD"
          + "130007"
          + "0304"
          + "01020304"
          + "99";

  @Test
  void readsMeterWalletAndSteps() throws ProtocolException {
    assertThat(CardOrder.parse(hex(ORDER)))
        .isEqualTo(
            new CardOrder(
                "M1",
                0xffff_ffffL,
                8,
                List.of(
                    new CardOrder.Step(1, "", "ABCD"), new CardOrder.Step(3, "01020304", "99"))));
  }

  @Test
  void passesOverWhatALaterVersionMayHave() throws ProtocolException {
    assertThat(CardOrder.parse(hex("7F0001" + "00" + ORDER + "140001" + "01")))
        .isEqualTo(CardOrder.parse(hex(ORDER)));
    assertThat(CardOrder.parse(hex("140001" + "01"))).isNull();
    assertThat(CardOrder.parse(new byte[0])).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11",
        "1100024D", // cut short
        "13FFFF0100",
        "1100024D31", // no wallet
        "1200080000000000000001", // no meter
        "1100024D31" + "12000400000000",
        "1100024D31" + "1200080000000000000001" + "13000101", // steps cut short
        "1100024D31" + "1200080000000000000001" + "130004" + "0304" + "0102"
      })
  void refusesWhatIsIncomplete(String field) {
    assertThatThrownBy(() -> CardOrder.parse(hex(field))).isInstanceOf(ProtocolException.class);
  }

  @Test
  void complainsAboutHostileBytesInOneWayOnly() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] right = hex(ORDER);
    for (int i = 0; i < 20_000; i++) {
      byte[] field = Arrays.copyOf(right, random.nextInt(right.length + 1));
      if (field.length > 0) {
        field[random.nextInt(field.length)] = (byte) random.nextInt(256);
      }
      try {
        CardOrder.parse(field);
      } catch (ProtocolException e) {
        assertThat(e).hasMessageNotContaining("null");
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + " " + HexFormat.of().formatHex(field), e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0110000000000", "21", "011A"})
  void refusesAMeterAccountOfAnotherForm(String figures) {
    assertThatThrownBy(() -> MeterFigures.parse(figures)).isInstanceOf(ProtocolException.class);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
