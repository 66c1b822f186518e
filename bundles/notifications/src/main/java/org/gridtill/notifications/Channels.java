package org.gridtill.notifications;

import java.util.Map;
import java.util.Optional;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.Gate;

/** Who would get a message now, which may change at any time. Safe for use by several threads. */
final class Channels {

  /** What it is said with that there is none. */
  static final String NONE = "no notification channel";

  private static final int LONGEST_NAME = 64;

  private final String wanted;
  private final Gate<NotificationChannel> gate;

  /**
   * Makes one.
   *
   * @param wanted the name of the only channel to use; empty for the best that is there
   */
  Channels(String wanted, Gate<NotificationChannel> gate) {
    this.wanted = wanted;
    this.gate = gate;
  }

  /**
   * A channel.
   *
   * @param name the adapter's name
   * @param repeatable whether it knows a message again that it gets twice
   */
  record Channel(String name, boolean repeatable) {

    static Channel of(AdapterInfo adapter) {
      return new Channel(
          PlainText.of(adapter.name(), LONGEST_NAME),
          isTrue(adapter.properties(), NotificationChannel.IDEMPOTENT));
    }

    private static boolean isTrue(Map<String, Object> properties, String key) {
      return Boolean.parseBoolean(String.valueOf(properties.get(key)));
    }
  }

  /** Returns the channel to use. */
  Optional<Channel> chosen() {
    return gate.adapter().map(Channel::of);
  }

  /** Returns the sentence for while there is none to use. */
  String absence() {
    return NONE + (wanted.isEmpty() ? "" : ' ' + wanted) + " is there";
  }
}
