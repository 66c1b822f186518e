package org.gridtill.simulator.sg186.soap;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last SOAP exchanges, as they went over the wire. Safe for use by many threads. */
public final class ExchangeLog {

  private final int capacity;
  private final Deque<Exchange> exchanges = new ArrayDeque<>();
  private long count;

  /**
   * Makes a log.
   *
   * @param capacity how many exchanges it remembers; 0 for none
   */
  public ExchangeLog(int capacity) {
    this.capacity = capacity;
  }

  /** Tells whether it remembers any. */
  public boolean isOn() {
    return capacity > 0;
  }

  synchronized void add(String request, String response) {
    if (exchanges.size() == capacity) {
      exchanges.removeFirst();
    }
    exchanges.addLast(new Exchange(++count, Instant.now(), request, response));
  }

  /** Returns the last exchanges, oldest first. */
  public synchronized List<Exchange> last(int most) {
    List<Exchange> all = new ArrayList<>(exchanges);
    return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
  }

  /** Forgets all exchanges. */
  public synchronized void clear() {
    exchanges.clear();
  }

  /**
   * A request and what was answered.
   *
   * @param number counted from 1
   * @param time when it ended
   * @param request the request's body
   * @param response the answer's body; empty if the connection was closed without one
   */
  public record Exchange(long number, Instant time, String request, String response) {}
}
