package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.gridtill.api.platform.time.PlatformClock;
import org.junit.jupiter.api.Test;

class OutboxCommandsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private static final OutboxMessage WAITING =
      message("REVERSED/41", State.WAITING, NOW.plusSeconds(30), "channel sms cannot take it now");
  private static final OutboxMessage UNKNOWN =
      message("REVERSED/40", State.UNKNOWN, null, "no answer");

  private final List<Object> asked = new ArrayList<>();
  private final List<OutboxMessage> messages = new ArrayList<>(List.of(WAITING, UNKNOWN));

  private final Outbox outbox =
      Fake.of(
          Outbox.class,
          Map.of(
              "list",
                  arguments -> {
                    asked.add(arguments[0]);
                    return messages.subList(0, Math.min((int) arguments[1], messages.size()));
                  },
              "retry",
                  arguments -> {
                    if (!arguments[0].equals("REVERSED/40")) {
                      throw new IllegalArgumentException("no message " + arguments[0]);
                    }
                    return null;
                  }));

  private static OutboxMessage message(String key, State state, Instant next, String words) {
    return new OutboxMessage(
        new Notice(key, NoticeKind.RESUMED, "A001", List.of("A001")),
        state,
        NOW.minusSeconds(90),
        2,
        next,
        null,
        words);
  }

  private OutboxListCommand list() {
    OutboxListCommand command = new OutboxListCommand();
    command.outbox = outbox;
    command.clock = Fake.of(PlatformClock.class, Map.of("now", arguments -> NOW));
    return command;
  }

  @Test
  void messagesAreListedWithWhatBecameOfThem() throws Exception {
    assertThat(new Printed().run(list()))
        .containsExactly(
            "Event       | For  | State   |   Age | Tried | Next in | Values | What went wrong",
            "------------+------+---------+-------+-------+---------+--------+-------------------------------",
            "REVERSED/41 | A001 | WAITING | 1 min |     2 |    30 s | A001   | channel sms cannot take it now",
            "REVERSED/40 | A001 | UNKNOWN | 1 min |     2 |       - | A001   | no answer",
            "2 messages");
    assertThat(asked).containsExactly(false);
  }

  @Test
  void aListMayBeOfTroubleOnlyAndShort() throws Exception {
    OutboxListCommand command = list();
    command.trouble = true;
    command.limit = 1;
    assertThat(new Printed().run(command)).hasSize(4).last().isEqualTo("1 message, and more");
    assertThat(asked).containsExactly(true);
    messages.clear();
    assertThat(new Printed().run(command)).contains("no message is in trouble", "0 messages");
    command.limit = 0;
    assertThatThrownBy(Recorded.by(command)::execute).hasMessage("--limit is 1 to 10000");
  }

  @Test
  void aMessageIsSentAgain() throws Exception {
    OutboxRetryCommand command = new OutboxRetryCommand();
    command.outbox = outbox;
    command.event = "REVERSED/40";
    assertThat(new Printed().run(command)).containsExactly("message REVERSED/40 is sent again");
    command.event = "REVERSED/99";
    assertThatThrownBy(Recorded.by(command)::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("no message REVERSED/99");
    command.outbox = null;
    assertThatThrownBy(Recorded.by(command)::execute)
        .hasMessageStartingWith("the outbox is not running");
  }

  @Test
  void whatMayBeSentAgainIsCompleted() {
    RetryableMessages words = new RetryableMessages();
    assertThat(words.words()).isEmpty();
    words.outbox = outbox;
    assertThat(words.words()).containsExactly("REVERSED/40");
  }
}
