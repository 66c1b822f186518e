package org.gridtill.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;

/**
 * Cuts the byte stream into frames: 2 bytes of length, most significant first and not counting
 * themselves, then as many bytes. It gives one frame each time it is asked for one; what came
 * beyond it stays here as bytes. Tells the pipeline when a frame has begun that is not complete.
 */
final class FrameDecoder extends LengthFieldBasedFrameDecoder {

  /** The length of the length. */
  static final int LENGTH_BYTES = 2;

  /** The longest frame that the length can express. */
  static final int MAX_BYTES = 0xFFFF;

  /** The event of a frame that has begun and is not complete. */
  static final Object FRAME_BEGUN = new Object();

  private boolean wanted;

  FrameDecoder(int maxFrameBytes) {
    super(maxFrameBytes + LENGTH_BYTES, 0, LENGTH_BYTES, 0, LENGTH_BYTES, true);
  }

  /** Tells whether bytes are here that came after the last frame. */
  boolean holdsBytes() {
    return actualReadableBytes() > 0;
  }

  /**
   * Asks for a frame. It comes at once if it is here already, else when it has been read.
   *
   * @param context the decoder's own
   */
  void next(ChannelHandlerContext context) throws Exception {
    wanted = true;
    if (holdsBytes()) {
      channelRead(context, Unpooled.EMPTY_BUFFER);
    }
  }

  @Override
  protected Object decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
    if (!wanted) {
      return null;
    }
    Object frame = super.decode(context, in);
    if (frame != null) {
      wanted = false;
    } else if (in.isReadable()) {
      context.fireUserEventTriggered(FRAME_BEGUN);
    }
    return frame;
  }
}
