package org.gridtill.adapter.sg186.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of a request that is sent at most once, and that can be recalled while it is not sent.
 *
 * <p>The HTTP client asks for the body when it has a connection to write it to. So whatever goes
 * wrong, {@link #recall()} tells for certain whether the other side can have the whole request; and
 * whatever the client may want to repeat by itself, the body goes out once. The kind of the failure
 * proves neither: a client that repeats a request on a new connection reports "connection refused"
 * although the first one was delivered.
 */
final class OneShotBody implements BodyPublisher {

  private enum State {
    WAITING,
    SENT,
    RECALLED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final BodyPublisher bytes;

  OneShotBody(byte[] bytes) {
    this.bytes = BodyPublishers.ofByteArray(bytes);
  }

  /**
   * Takes the body back.
   *
   * @return whether it was not sent, and so never will be
   */
  boolean recall() {
    return state.compareAndSet(State.WAITING, State.RECALLED) || state.get() == State.RECALLED;
  }

  @Override
  public long contentLength() {
    return bytes.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    if (state.compareAndSet(State.WAITING, State.SENT)) {
      bytes.subscribe(subscriber);
    } else {
      subscriber.onSubscribe(new NothingToSend());
      subscriber.onError(new IOException("the request was " + state.get() + " before"));
    }
  }

  /** What a subscriber needs to have before it can be told of an error. */
  private static final class NothingToSend implements Subscription {

    @Override
    public void request(long n) {
      // Nothing will come but the error.
    }

    @Override
    public void cancel() {
      // Nothing to cancel.
    }
  }
}
