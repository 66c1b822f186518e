package org.gridtill.api.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an adapter to a notification channel must keep to. */
public abstract class NotificationChannelTck extends AdapterTck<NotificationChannel> {

  private static final int THREADS = 8;
  private static final int MESSAGES = 25;

  private final AtomicLong number = new AtomicLong();

  /** Makes a suite. */
  protected NotificationChannelTck() {
    super(NotificationChannel.class);
  }

  /** Returns a channel whose other side takes messages, as the bundle's service would be. */
  protected abstract NotificationChannel channel() throws Exception;

  /** Returns what the other side has taken from channels of this test, in any order. */
  protected abstract List<NotificationMessage> taken() throws Exception;

  /** Returns a channel whose other side is out of reach. */
  protected abstract NotificationChannel channelWithoutPeer() throws Exception;

  /** Returns an address that the other side takes. */
  protected abstract String recipient();

  /** Tells whether the channel says of itself that it knows a repeated message. */
  protected abstract boolean isIdempotent();

  private NotificationMessage message(String text) {
    return new NotificationMessage(key(), recipient(), text);
  }

  private String key() {
    return "tck/" + number.incrementAndGet();
  }

  @Override
  void use(NotificationChannel service) {
    assertThat(service.deliver(message("Paid 12.34. 已缴。"))).isEqualTo(Delivery.ACCEPTED);
  }

  @Test
  @DisplayName("A message that is accepted has arrived as it was")
  void delivers() throws Exception {
    NotificationMessage message = message("Paid 12.34 yuan. 您已缴费12.34元。");
    assertThat(channel().deliver(message)).isEqualTo(Delivery.ACCEPTED);
    assertThat(taken()).containsExactly(message);
  }

  @Test
  @DisplayName("No text and no recipient makes the channel fail, or one message out of two")
  void survivesBadMessages() throws Exception {
    NotificationChannel channel = channel();
    List<String> accepted = new ArrayList<>();
    for (String bad :
        List.of(
            "",
            "\n\r\n",
            "\"}\n{\"eventKey\":\"forged\"",
            "\u0000\u001b[31m",
            "\ud83d",
            "\u202eevil",
            "<a>&amp;</a>",
            "x".repeat(100_000))) {
      for (NotificationMessage message :
          List.of(message(bad), new NotificationMessage(key(), bad, "text"))) {
        Delivery delivery = channel.deliver(message);
        assertThat(delivery).as("text or recipient of " + bad.length()).isNotNull();
        if (delivery == Delivery.ACCEPTED) {
          accepted.add(message.eventKey());
        }
      }
    }
    assertThat(taken().stream().map(NotificationMessage::eventKey))
        .containsExactlyInAnyOrderElementsOf(accepted);
    assertThat(channel.deliver(message("and then"))).isEqualTo(Delivery.ACCEPTED);
  }

  @Test
  @DisplayName("Whoever says that it knows a repeated message takes it once, also after a restart")
  void knowsRepeatedMessages() throws Exception {
    assumeThat(isIdempotent()).as("the channel says that it knows repeated messages").isTrue();
    NotificationMessage message = message("once");
    NotificationChannel channel = channel();
    Together.run(THREADS, () -> channel.deliver(message));
    assertThat(channel().deliver(message)).isEqualTo(Delivery.ACCEPTED);
    assertThat(taken()).containsExactly(message);
  }

  @Test
  @DisplayName("The service says whether it knows repeated messages")
  void saysWhetherItKnowsRepeatedMessages() throws Exception {
    Object said = serviceProperties().get(NotificationChannel.IDEMPOTENT);
    assertThat(Boolean.parseBoolean(String.valueOf(said)))
        .as(NotificationChannel.IDEMPOTENT)
        .isEqualTo(isIdempotent());
  }

  @Test
  @DisplayName("Several threads at once lose nothing and mix nothing up")
  void isSafeForThreads() throws Exception {
    NotificationChannel channel = channel();
    Together.run(
        THREADS,
        () -> {
          for (int i = 0; i < MESSAGES; i++) {
            assertThat(channel.deliver(message("m" + i))).isEqualTo(Delivery.ACCEPTED);
          }
          return null;
        });
    assertThat(taken()).hasSize(THREADS * MESSAGES).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("An outage is a result, not an exception")
  void anOutageIsAResult() throws Exception {
    assertThat(channelWithoutPeer().deliver(message("nobody is there")))
        .isEqualTo(Delivery.TRY_LATER);
  }
}
