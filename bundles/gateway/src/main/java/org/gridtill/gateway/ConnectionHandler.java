package org.gridtill.gateway;

import static org.gridtill.gateway.Fault.ADDRESS_FRAME_RATE;
import static org.gridtill.gateway.Fault.ANSWER_NOT_TAKEN;
import static org.gridtill.gateway.Fault.BAD_FRAME_LIMIT;
import static org.gridtill.gateway.Fault.CONNECTION_FAILED;
import static org.gridtill.gateway.Fault.EMPTY_FRAME;
import static org.gridtill.gateway.Fault.IDLE;
import static org.gridtill.gateway.Fault.OVERLOADED;
import static org.gridtill.gateway.Fault.OVERSIZED_FRAME;
import static org.gridtill.gateway.Fault.UNFINISHED_FRAME;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.gridtill.gateway.EndpointSettings.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: reads a frame, has it handled, writes the answer, and only then reads on. While a
 * frame is handled nothing is read, so a peer that sends faster than it is served is held back by
 * TCP. All methods run on the connection's event loop; only {@link #handle} runs on a worker.
 */
final class ConnectionHandler extends SimpleChannelInboundHandler<ByteBuf> {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

  private enum State {
    READING,
    HANDLING,
    WRITING,
    CLOSED
  }

  private final Limits limits;
  private final FrameDecoder decoder;
  private final FrameProcessor processor;
  private final Executor workers;
  private final FaultLog log;
  private final LongSupplier pace;
  private State state = State.READING;
  private Peer peer = new Peer("unknown");
  private Future<?> timer;
  private boolean frameTimerRuns;
  private boolean stopping;
  private int badFramesInRow;
  private boolean closesAfterAnswer;

  /**
   * One connection.
   *
   * @param pace counts a frame of its address, and tells how many nanoseconds it must wait
   */
  ConnectionHandler(
      Limits limits,
      FrameDecoder decoder,
      FrameProcessor processor,
      Executor workers,
      FaultLog log,
      LongSupplier pace) {
    this.limits = limits;
    this.decoder = decoder;
    this.processor = processor;
    this.workers = workers;
    this.log = log;
    this.pace = pace;
  }

  /** Closes the connection, after the answer to the frame under way if there is one. */
  void stop(ChannelHandlerContext context) {
    stopping = true;
    if (state == State.READING) {
      close(context);
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    peer = new Peer(text(context.channel().remoteAddress()));
    readFrame(context);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
    cancelTimer();
    if (state != State.READING) {
      return;
    }
    if (!message.isReadable()) {
      fail(context, EMPTY_FRAME, "a frame of length zero");
      return;
    }
    state = State.HANDLING;
    byte[] frame = ByteBufUtil.getBytes(message);
    long wait = pace.getAsLong();
    if (wait > 0) {
      // Nothing is read meanwhile, so that TCP holds the peer back.
      log.fault(ADDRESS_FRAME_RATE, peer.address(), "a frame waits");
      context.executor().schedule(() -> begin(context, frame), wait, TimeUnit.NANOSECONDS);
    } else {
      begin(context, frame);
    }
  }

  private void begin(ChannelHandlerContext context, byte[] frame) {
    if (state != State.HANDLING) {
      return;
    }
    try {
      workers.execute(() -> handle(context, frame));
    } catch (RejectedExecutionException e) {
      fail(context, OVERLOADED, "no worker takes the frame");
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (state == State.READING) {
      // What came was not a whole frame yet, or part of a TLS handshake.
      context.read();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == FrameDecoder.FRAME_BEGUN && state == State.READING && !frameTimerRuns) {
      startFrameTimer(context);
    } else if (event instanceof SslHandshakeCompletionEvent handshake) {
      if (handshake.isSuccess()) {
        peer.proved(PeerHandshake.certificate(context.pipeline()));
      } else {
        failHandshake(context, handshake.cause());
      }
    }
  }

  private void failHandshake(ChannelHandlerContext context, Throwable cause) {
    PeerHandshake.Failure failure = PeerHandshake.failure(cause);
    fail(context, failure.fault(), failure.words());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    cancelTimer();
    state = State.CLOSED;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof TooLongFrameException) {
      fail(context, OVERSIZED_FRAME, "more than " + limits.frameBytes() + " bytes");
    } else if (cause instanceof SSLException || cause.getCause() instanceof SSLException) {
      failHandshake(context, cause);
    } else if (cause instanceof IOException) {
      fail(context, CONNECTION_FAILED, cause.getMessage());
    } else if (state != State.CLOSED) {
      log.fault(CONNECTION_FAILED, peer.address(), "unexpected", cause);
      close(context);
    }
  }

  private void readFrame(ChannelHandlerContext context) {
    state = State.READING;
    if (stopping) {
      close(context);
      return;
    }
    if (decoder.holdsBytes()) {
      startFrameTimer(context);
    } else {
      startTimer(context, limits.idle(), IDLE, "no frame in time");
    }
    try {
      decoder.next(context.pipeline().context(decoder));
    } catch (Exception e) {
      exceptionCaught(context, e);
    }
    if (state == State.READING) {
      context.read();
    }
  }

  /** Runs on a worker. */
  private void handle(ChannelHandlerContext context, byte[] frame) {
    Outcome outcome = Outcome.close();
    try {
      outcome = processor.process(frame, peer);
    } finally {
      finish(context, outcome);
    }
  }

  private void finish(ChannelHandlerContext context, Outcome outcome) {
    try {
      context.executor().execute(() -> write(context, outcome));
    } catch (RejectedExecutionException e) {
      // The endpoint stopped and did not wait any longer; the connection is closed.
      LOG.debug("An answer came after the end of its endpoint", e);
    }
  }

  private void write(ChannelHandlerContext context, Outcome outcome) {
    if (state == State.CLOSED) {
      return;
    }
    if (outcome.closes()) {
      close(context);
      return;
    }
    badFramesInRow = outcome.bad() ? badFramesInRow + 1 : 0;
    closesAfterAnswer = outcome.last();
    state = State.WRITING;
    startTimer(context, limits.frame(), ANSWER_NOT_TAKEN, "the answer was not taken in time");
    byte[] answer = outcome.answer();
    ByteBuf frame = context.alloc().buffer(FrameDecoder.LENGTH_BYTES + answer.length);
    frame.writeShort(answer.length).writeBytes(answer);
    context
        .writeAndFlush(frame)
        .addListener((ChannelFuture written) -> afterWrite(context, written));
  }

  private void afterWrite(ChannelHandlerContext context, ChannelFuture written) {
    cancelTimer();
    if (state == State.CLOSED) {
      return;
    }
    if (!written.isSuccess()) {
      fail(context, CONNECTION_FAILED, written.cause().getMessage());
    } else if (closesAfterAnswer) {
      close(context);
    } else if (badFramesInRow >= limits.badFrames()) {
      fail(context, BAD_FRAME_LIMIT, badFramesInRow + " bad frames in a row");
    } else {
      readFrame(context);
    }
  }

  private void startFrameTimer(ChannelHandlerContext context) {
    startTimer(context, limits.frame(), UNFINISHED_FRAME, "a frame was not complete in time");
    frameTimerRuns = true;
  }

  private void startTimer(
      ChannelHandlerContext context, Duration time, Fault fault, String detail) {
    cancelTimer();
    timer =
        context
            .executor()
            .schedule(() -> fail(context, fault, detail), time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    frameTimerRuns = false;
  }

  /** Notes why, the first time, and closes. */
  private void fail(ChannelHandlerContext context, Fault fault, String detail) {
    if (state != State.CLOSED) {
      log.fault(fault, peer.address(), detail);
      close(context);
    }
  }

  private void close(ChannelHandlerContext context) {
    state = State.CLOSED;
    cancelTimer();
    context.close();
  }

  private static String text(SocketAddress address) {
    return address instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress() + ':' + inet.getPort()
        : String.valueOf(address);
  }
}
