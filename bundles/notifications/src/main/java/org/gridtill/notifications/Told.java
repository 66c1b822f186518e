package org.gridtill.notifications;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridtill.api.platform.notifications.OutboxMessage.State;

/**
 * With whom a message is over, and how.
 *
 * @param ends by the recipient's address; one of DELIVERED, REJECTED and UNKNOWN
 */
record Told(Map<String, State> ends) {

  private static final String SEPARATOR = "\n";

  Told {
    ends = new LinkedHashMap<>(ends);
  }

  /** Reads what {@link #text} wrote: a letter for the end, followed by the address. */
  static Told parse(String text) {
    Map<String, State> ends = new LinkedHashMap<>();
    text.lines().forEach(line -> ends.put(line.substring(1), end(line.charAt(0))));
    return new Told(ends);
  }

  private static State end(char letter) {
    return switch (letter) {
      case 'D' -> State.DELIVERED;
      case 'R' -> State.REJECTED;
      case 'U' -> State.UNKNOWN;
      default -> throw new IllegalArgumentException("no end of a message: " + letter);
    };
  }

  String text() {
    return ends.entrySet().stream()
        .map(entry -> entry.getValue().name().charAt(0) + entry.getKey())
        .collect(Collectors.joining(SEPARATOR));
  }

  Told with(String address, State end) {
    Map<String, State> more = new LinkedHashMap<>(ends);
    more.put(address, end);
    return new Told(more);
  }

  /** Returns the recipients who have it; they must not get it again. */
  Told delivered() {
    return new Told(
        ends.entrySet().stream()
            .filter(entry -> entry.getValue() == State.DELIVERED)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  boolean isEmpty() {
    return ends.isEmpty();
  }

  boolean has(State end) {
    return ends.containsValue(end);
  }

  /** Returns what became of the message as a whole: what needs somebody's eye comes first. */
  State state() {
    if (has(State.UNKNOWN)) {
      return State.UNKNOWN;
    }
    return has(State.DELIVERED) ? State.DELIVERED : State.REJECTED;
  }

  /** Returns who does not have it for certain; empty if everybody does. */
  String missing() {
    return ends.entrySet().stream()
        .filter(entry -> entry.getValue() != State.DELIVERED)
        .map(entry -> entry.getValue() + " for " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
