package org.gridtill.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;

/**
 * Cuts the byte stream into frames: 2 bytes of length, most significant first and not counting
 * themselves, then as many bytes. Tells the pipeline when a frame has begun that is not complete.
 */
final class FrameDecoder extends LengthFieldBasedFrameDecoder {

  /** The length of the length. */
  static final int LENGTH_BYTES = 2;

  /** The longest frame that the length can express. */
  static final int MAX_BYTES = 0xFFFF;

  /** The event of a frame that has begun and is not complete. */
  static final Object FRAME_BEGUN = new Object();

  FrameDecoder(int maxFrameBytes) {
    super(maxFrameBytes + LENGTH_BYTES, 0, LENGTH_BYTES, 0, LENGTH_BYTES, true);
  }

  /** Tells whether a part of a frame is waiting for its rest. */
  boolean holdsPartOfFrame() {
    return actualReadableBytes() > 0;
  }

  @Override
  protected Object decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
    Object frame = super.decode(context, in);
    if (frame == null && in.isReadable()) {
      context.fireUserEventTriggered(FRAME_BEGUN);
    }
    return frame;
  }
}
