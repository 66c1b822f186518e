package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of a connection, in whatever pieces the network brings them: the first byte says how
 * long the pieces are. What comes out must not depend on it.
 */
class FuzzFrameDecoderTest {

  private static final int LONGEST = 200;

  static Stream<byte[]> streams() {
    return Inputs.documentedFrames().stream().map(FuzzFrameDecoderTest::twice);
  }

  private static byte[] twice(byte[] frame) {
    byte[] stream = new byte[1 + 2 * frame.length];
    stream[0] = 7;
    System.arraycopy(frame, 0, stream, 1, frame.length);
    System.arraycopy(frame, 0, stream, 1 + frame.length, frame.length);
    return stream;
  }

  @MethodSource("streams")
  @FuzzTest
  void stream(byte[] data) throws Exception {
    if (data == null || data.length == 0) {
      return;
    }
    byte[] stream = Arrays.copyOfRange(data, 1, data.length);
    int piece = 1 + (data[0] & 0x3f);
    List<String> expected = cut(stream);
    assertThat(Effort.bounded(data.length, () -> decoded(stream, piece))).isEqualTo(expected);
  }

  /** Says what the frames are, in the simplest way. */
  private static List<String> cut(byte[] stream) {
    List<String> frames = new ArrayList<>();
    int at = 0;
    while (stream.length - at >= FrameDecoder.LENGTH_BYTES) {
      int length = (stream[at] & 0xff) << 8 | stream[at + 1] & 0xff;
      if (length > LONGEST) {
        frames.add("too long");
        return frames;
      }
      if (stream.length - at - FrameDecoder.LENGTH_BYTES < length) {
        return frames;
      }
      at += FrameDecoder.LENGTH_BYTES;
      frames.add(HexFormat.of().formatHex(stream, at, at + length));
      at += length;
    }
    return frames;
  }

  private static List<String> decoded(byte[] stream, int piece) throws Exception {
    List<String> frames = new ArrayList<>();
    FrameDecoder decoder = new FrameDecoder(LONGEST);
    EmbeddedChannel channel = new EmbeddedChannel(decoder);
    try {
      decoder.next(channel.pipeline().context(decoder));
      for (int at = 0; at < stream.length; at += piece) {
        int length = Math.min(piece, stream.length - at);
        channel.writeInbound(Unpooled.copiedBuffer(stream, at, length));
        take(channel, decoder, frames);
      }
    } catch (TooLongFrameException e) {
      // The connection is closed then.
      frames.add("too long");
    } finally {
      channel.close();
    }
    return frames;
  }

  private static void take(EmbeddedChannel channel, FrameDecoder decoder, List<String> frames)
      throws Exception {
    for (ByteBuf frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
      frames.add(ByteBufUtil.hexDump(frame));
      frame.release();
      decoder.next(channel.pipeline().context(decoder));
      channel.checkException();
    }
  }
}
