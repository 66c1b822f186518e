package org.gridtill.adapter.sg186.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OneShotBodyTest {

  private final OneShotBody body = new OneShotBody("payment".getBytes(UTF_8));

  @Test
  void itIsSentOnce() {
    assertThat(body.contentLength()).isEqualTo(7);
    assertThat(send(body)).isEqualTo("payment");
    assertNotSent(body);
  }

  @Test
  void onceSentItCannotBeRecalled() {
    send(body);
    assertThat(body.recall()).isFalse();
    assertThat(body.recall()).isFalse();
  }

  @Test
  void onceRecalledItIsNeverSent() {
    assertThat(body.recall()).isTrue();
    assertThat(body.recall()).isTrue();
    assertNotSent(body);
  }

  @Test
  void ofSendingAndRecallingExactlyOneHappens() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    for (int i = 0; i < 2_000; i++) {
      OneShotBody contested = new OneShotBody(new byte[] {1});
      CountDownLatch go = new CountDownLatch(1);
      Future<Boolean> sent = threads.submit(() -> await(go) && isSent(contested));
      Future<Boolean> recalled = threads.submit(() -> await(go) && contested.recall());
      go.countDown();
      assertThat(sent.get()).isNotEqualTo(recalled.get());
    }
    threads.shutdown();
  }

  private static boolean await(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return true;
  }

  private static boolean isSent(BodyPublisher publisher) {
    try {
      send(publisher);
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  private static void assertNotSent(BodyPublisher publisher) {
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> send(publisher))
        .withCauseInstanceOf(IOException.class);
  }

  private static String send(BodyPublisher publisher) {
    BodySubscriber<String> collector = BodySubscribers.ofString(UTF_8);
    publisher.subscribe(
        new Subscriber<ByteBuffer>() {
          @Override
          public void onSubscribe(Subscription subscription) {
            collector.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer buffer) {
            collector.onNext(List.of(buffer));
          }

          @Override
          public void onError(Throwable error) {
            collector.onError(error);
          }

          @Override
          public void onComplete() {
            collector.onComplete();
          }
        });
    return collector.getBody().toCompletableFuture().join();
  }
}
