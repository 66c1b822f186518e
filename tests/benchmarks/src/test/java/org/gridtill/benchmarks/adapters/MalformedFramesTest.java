package org.gridtill.benchmarks.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gridtill.simulator.pos.PosTerminal;
import org.junit.jupiter.api.Test;

class MalformedFramesTest {

  private final PosTerminal terminal = PosTerminal.of("T0000001", "A001").firstTraceNo(1).build();
  private final byte[] good = terminal.frame(terminal.payRequest("0100000001", 100));
  private final MalformedFrames frames =
      MalformedFrames.like(PosTerminal.of("T0000001", "A001").firstTraceNo(1).build());

  @Test
  void noneIsAGoodOneAndEachKindIsWhatItIsCalled() {
    for (int number = 0; number < 1_000; number++) {
      byte[] bytes = frames.get(number);
      int length = ByteBuffer.wrap(bytes).getShort() & 0xffff;
      byte[] frame = Arrays.copyOfRange(bytes, 2, bytes.length);
      assertThat(length == frame.length && Arrays.equals(frame, good)).isFalse();
      switch (number % MalformedFrames.KINDS) {
        case 1 -> assertThat(frame).hasSize(length).hasSizeLessThan(good.length);
        case 2 -> assertThat(length).isGreaterThan(frame.length);
        case 3 -> assertThat(frame).hasSize(length).startsWith(Arrays.copyOf(good, 21));
        case 4 -> assertThat(length).isEqualTo(2_049);
        default -> assertThat(frame).isNotEqualTo(good);
      }
    }
  }

  @Test
  void theSameNumberIsTheSameFrame() {
    assertThat(frames.get(7)).isEqualTo(frames.get(7));
  }
}
