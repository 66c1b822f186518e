package org.gridtill.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PosMessageTest {

  @Test
  void readsBillLines() {
    String lines = "03" + "202609000000010320000000000264" + "202610000000011000000000000000";
    PosAnswer answer = new PosAnswer(new PosMessage("0210").set(57, lines), true);
    assertThat(answer.monthsDue()).isEqualTo(3);
    assertThat(answer.bills())
        .containsExactly(
            new PosAnswer.BillLine(YearMonth.of(2026, 9), 10320, 264),
            new PosAnswer.BillLine(YearMonth.of(2026, 10), 11000, 0));
  }

  @Test
  void complainsAboutHostileBytesInOneWayOnly() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] right = new PosMessage("0210").set(39, "00").set(63, new byte[30]).frame();
    for (int i = 0; i < 20_000; i++) {
      byte[] frame = Arrays.copyOf(right, random.nextInt(right.length + 1));
      if (frame.length > 0) {
        frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
      }
      try {
        PosMessage.parse(frame);
      } catch (ProtocolException e) {
        assertThat(e).hasMessageNotContaining("null");
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + " " + HexFormat.of().formatHex(frame), e);
      }
    }
  }

  @Test
  void refusesBytesBehindTheLastField() {
    byte[] frame = new PosMessage("0210").set(39, "00").frame();
    assertThatThrownBy(() -> PosMessage.parse(Arrays.copyOf(frame, frame.length + 1)))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void printsAFrameInTwoColumnsWithoutKeys() throws ProtocolException {
    byte[] frame = new PosMessage("0810").set(39, "00").set(62, FakePlatform.FIELD_62).frame();
    String printed = String.join("\n", FramePrinter.print(frame, false));
    assertThat(printed)
        .contains("3030                                39 response code: 00")
        .doesNotContain("71A55BFC8650E371");
    assertThat(String.join("\n", FramePrinter.print(frame, true))).contains("71A55BFC8650E371");
  }
}
