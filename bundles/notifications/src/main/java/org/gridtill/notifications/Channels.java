package org.gridtill.notifications;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridtill.api.adapter.GridTillAdapter;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.osgi.framework.Constants;

/** The channels that are there, which come and go. Safe for use by several threads. */
final class Channels {

  /** What it is said with that there is none. */
  static final String NONE = "no notification channel";

  private static final int LONGEST_NAME = 64;
  private static final Comparator<Channel> BEST =
      Comparator.comparingInt(Channel::ranking)
          .reversed()
          .thenComparingLong(Channel::serviceId)
          .thenComparing(Channel::name);

  private final String wanted;
  private final List<Channel> present = new ArrayList<>();

  /**
   * Makes a register.
   *
   * @param wanted the name of the only channel to use; empty for the best that is there
   */
  Channels(String wanted) {
    this.wanted = wanted;
  }

  /**
   * A channel.
   *
   * @param name the adapter's name
   * @param repeatable whether it knows a message again that it gets twice
   * @param ranking the highest is the best
   * @param serviceId of those equally good the lowest, which is the longest there
   */
  record Channel(
      NotificationChannel service, String name, boolean repeatable, int ranking, long serviceId) {

    static Channel of(NotificationChannel service, Map<String, ?> properties) {
      return new Channel(
          service,
          PlainText.of(text(properties.get(GridTillAdapter.ADAPTER), "unnamed"), LONGEST_NAME),
          Boolean.parseBoolean(text(properties.get(NotificationChannel.IDEMPOTENT), "false")),
          properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
          properties.get(Constants.SERVICE_ID) instanceof Long id ? id : 0);
    }

    private static String text(Object value, String otherwise) {
      return value == null ? otherwise : value.toString();
    }
  }

  /** Adds a channel, or takes note of its new properties. */
  synchronized void add(NotificationChannel service, Map<String, ?> properties) {
    remove(service);
    present.add(Channel.of(service, properties));
    present.sort(BEST);
  }

  synchronized void remove(NotificationChannel service) {
    present.removeIf(channel -> channel.service() == service);
  }

  /** Returns the channel to use. */
  synchronized Optional<Channel> chosen() {
    return present.stream()
        .filter(channel -> wanted.isEmpty() || channel.name().equals(wanted))
        .findFirst();
  }

  /** Returns the sentence for while there is none to use. */
  String absence() {
    return NONE + (wanted.isEmpty() ? "" : ' ' + wanted) + " is there";
  }
}
