package org.example.outside;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A billing system in memory, which is asked with lines of words:
 *
 * <ul>
 *   <li>{@code BILLS consumer}, answered with {@code OWES fen};
 *   <li>{@code PAY serial consumer fen}, answered with {@code DONE number fen} or {@code BLOCKED};
 *   <li>{@code FIND serial}, answered as the payment was, or with {@code NONE};
 *   <li>{@code UNDO serial original}, answered with {@code UNDONE number}, {@code NONE} or {@code
 *       BLOCKED}.
 * </ul>
 *
 * <p>Not of the kit's own packages, so that an adapter's bundle may import it.
 */
public final class Utility {

  private static final Map<String, Utility> ALL = new ConcurrentHashMap<>();

  private final Map<String, String> payments = new HashMap<>();
  private final Map<String, String> answers = new HashMap<>();
  private final Map<String, String> consumers = new HashMap<>();
  private final Set<String> blocked = new HashSet<>();
  private int debtors;
  private int requests;
  private Trouble next = Trouble.NONE;

  /** What may happen to an answer. */
  public enum Trouble {
    /** Nothing. */
    NONE,
    /** It does not arrive. */
    LOST,
    /** It arrives as something else. */
    GARBLED
  }

  private Utility() {}

  /** Opens one, under a name. */
  public static Utility open(String name) {
    Utility made = new Utility();
    ALL.put(name, made);
    return made;
  }

  /**
   * Asks the one of that name.
   *
   * @throws ConnectException if there is none
   */
  public static String ask(String name, String request) throws IOException {
    Utility utility = ALL.get(name);
    if (utility == null) {
      throw new ConnectException("no utility " + name);
    }
    return utility.answer(request);
  }

  private synchronized String answer(String request) throws IOException {
    requests++;
    String[] words = request.split(" ");
    String answer =
        switch (words[0]) {
          case "BILLS" -> "OWES " + due(words[1]);
          case "PAY" -> pay(words);
          case "FIND" -> find(words[1]);
          case "UNDO" -> answers.computeIfAbsent(request, unheard -> undo(words));
          default -> "WHAT";
        };
    Trouble trouble = next;
    next = Trouble.NONE;
    return switch (trouble) {
      case NONE -> answer;
      case LOST -> throw new EOFException("no answer");
      case GARBLED -> "?%&!";
    };
  }

  private String pay(String[] words) {
    if (!blocked.contains(words[1])) {
      payments.putIfAbsent(words[1], "DONE U" + words[1] + ' ' + words[3]);
      consumers.put(words[1], words[2]);
    }
    return find(words[1]);
  }

  private String find(String serial) {
    return blocked.contains(serial) ? "BLOCKED" : payments.getOrDefault(serial, "NONE");
  }

  private String undo(String[] words) {
    String found = find(words[2]);
    blocked.add(words[2]);
    payments.remove(words[2]);
    return found.startsWith("DONE") ? "UNDONE U" + words[1] : found;
  }

  /** Returns the number of a consumer who owes something. */
  public synchronized String debtor() {
    return "%010d".formatted(++debtors);
  }

  /** Returns what a consumer owes, in fen. */
  public int due(String consumer) {
    return 100 + Integer.parseInt(consumer);
  }

  /** Returns how many payments of a consumer stand. */
  public synchronized int payments(String consumer) {
    return (int)
        payments.keySet().stream().filter(it -> consumer.equals(consumers.get(it))).count();
  }

  /** Returns how often it was asked. */
  public synchronized int requests() {
    return requests;
  }

  /** Lets something happen to the next answer. */
  public synchronized void trouble(Trouble trouble) {
    next = trouble;
  }
}
