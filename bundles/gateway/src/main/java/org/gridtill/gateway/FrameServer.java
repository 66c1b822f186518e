package org.gridtill.gateway;

import static org.gridtill.gateway.Fault.CONNECTION_LIMIT;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listening socket, its connections and its threads. */
final class FrameServer {

  private static final Logger LOG = LoggerFactory.getLogger(FrameServer.class);
  private static final int EVENT_LOOPS = 2;
  private static final int BACKLOG = 512;

  /** Asymmetric cryptography, and the database's word on certificates, hold up no connection. */
  private static final int HANDSHAKES = 4;

  private static final int THREAD_STOP_SECONDS = 5;

  private final EndpointSettings settings;
  private final SslContext tls;
  private final FrameProcessor processor;
  private final EndpointStatistics statistics;
  private final FaultLog log;
  private final Addresses addresses;
  private final ThreadPoolExecutor workers;
  private final ThreadPoolExecutor handshakes;
  private final EventLoopGroup eventLoops;
  private final ChannelGroup connections =
      new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);
  private volatile boolean stopping;
  private volatile Channel listener;

  /**
   * A server that does not listen yet.
   *
   * @param tls null for none
   */
  FrameServer(
      EndpointSettings settings,
      SslContext tls,
      FrameProcessor processor,
      EndpointStatistics statistics,
      FaultLog log,
      Addresses addresses) {
    this.settings = settings;
    this.tls = tls;
    this.processor = processor;
    this.statistics = statistics;
    this.log = log;
    this.addresses = addresses;
    String threads = "gridtill-gateway-" + settings.name();
    int most = settings.limits().connections();
    workers =
        workers(settings.limits().workers(), most, new DefaultThreadFactory(threads + "-worker"));
    handshakes = workers(HANDSHAKES, most, new DefaultThreadFactory(threads + "-handshake"));
    eventLoops = new NioEventLoopGroup(EVENT_LOOPS, new DefaultThreadFactory(threads + "-network"));
  }

  /**
   * Begins to listen.
   *
   * @throws IllegalArgumentException if it cannot, naming the setting; all is released then
   */
  void start() {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(eventLoops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(new Connections())
            .bind(settings.host(), settings.port())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      releaseThreads();
      throw settings.wrong(
          "host and port",
          settings.host() + ':' + settings.port() + " cannot be listened on: " + bound.cause(),
          bound.cause());
    }
    listener = bound.channel();
  }

  /** Returns the port it listens on. */
  int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /**
   * Stops: takes no new connection or frame, lets frames under way be answered within the stop
   * time, then closes what is left. A frame that takes longer still is handled to its end, since
   * cutting a transaction off would be worse than an answer lost. A server that does not listen
   * releases what it has.
   */
  void stop() {
    stopping = true;
    if (listener == null) {
      releaseThreads();
      return;
    }
    listener.close().awaitUninterruptibly();
    connections.forEach(FrameServer::stop);
    long time = settings.stopTime().toMillis();
    if (!connections.newCloseFuture().awaitUninterruptibly(time)) {
      LOG.warn("Endpoint {}: {} frames were cut off", settings.name(), connections.size());
    }
    connections.close().awaitUninterruptibly();
    releaseThreads();
  }

  private static void stop(Channel channel) {
    channel
        .eventLoop()
        .execute(
            () -> {
              ChannelHandlerContext context = channel.pipeline().context(ConnectionHandler.class);
              if (context != null) {
                ((ConnectionHandler) context.handler()).stop(context);
              }
            });
  }

  private void releaseThreads() {
    workers.shutdown();
    handshakes.shutdown();
    eventLoops.shutdownGracefully(0, THREAD_STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    try {
      if (!workers.awaitTermination(THREAD_STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Endpoint {}: {} frames go on", settings.name(), workers.getActiveCount());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A connection has at most one frame here, so the queue is long enough for all of them; only
   * frames whose connection has gone meanwhile can fill it up.
   */
  private static ThreadPoolExecutor workers(int number, int waiting, ThreadFactory threads) {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            number, number, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting), threads);
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  /** Sets up each new connection. */
  private final class Connections extends ChannelInitializer<Channel> {

    @Override
    protected void initChannel(Channel channel) {
      int open = statistics.opened();
      channel.closeFuture().addListener(closed -> statistics.closed());
      if (open > settings.limits().connections()) {
        refuse(channel, CONNECTION_LIMIT);
        return;
      }
      Addresses.Arrival arrival = addresses.arrive(address(channel));
      if (arrival.refusal() != null) {
        refuse(channel, arrival.refusal());
        return;
      }
      Addresses.Visitor visitor = arrival.visitor();
      channel.closeFuture().addListener(closed -> visitor.leave());
      connections.add(channel);
      if (stopping) {
        channel.close();
        return;
      }
      if (tls != null) {
        channel.pipeline().addLast(tlsHandler(channel));
      }
      FrameDecoder decoder = new FrameDecoder(settings.limits().frameBytes());
      channel
          .pipeline()
          .addLast(decoder)
          .addLast(
              new ConnectionHandler(
                  settings.limits(), decoder, processor, workers, log, visitor::frame));
    }

    private void refuse(Channel channel, Fault fault) {
      log.fault(fault, String.valueOf(channel.remoteAddress()), "one too many");
      channel.close();
    }

    private static InetAddress address(Channel channel) {
      return channel.remoteAddress() instanceof InetSocketAddress inet ? inet.getAddress() : null;
    }

    private SslHandler tlsHandler(Channel channel) {
      SslHandler handler = tls.newHandler(channel.alloc(), handshakes);
      handler.setHandshakeTimeoutMillis(settings.limits().frame().toMillis());
      return handler;
    }
  }
}
