package org.example.outside;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes messages in memory, each a line of key, recipient and text with tabs between them. Not of
 * the kit's own packages, so that an adapter's bundle may import it.
 */
public final class Postbox {

  private static final Map<String, Postbox> ALL = new ConcurrentHashMap<>();

  private final List<String> lines = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  private Postbox() {}

  /** Opens one, under a name. */
  public static Postbox open(String name) {
    Postbox made = new Postbox();
    ALL.put(name, made);
    return made;
  }

  /**
   * Returns the one of that name.
   *
   * @throws ConnectException if there is none
   */
  public static Postbox named(String name) throws ConnectException {
    Postbox found = ALL.get(name);
    if (found == null) {
      throw new ConnectException("no postbox " + name);
    }
    return found;
  }

  /** Takes what comes, line by line. */
  public synchronized void post(String lines) {
    for (String line : lines.split("\n", -1)) {
      this.lines.add(line);
      keys.add(line.split("\t", 2)[0]);
    }
  }

  /** Takes what comes unless it has a message of that key. */
  public synchronized void postOnce(String key, String lines) {
    if (!keys.contains(key)) {
      post(lines);
    }
  }

  /** Returns what it has taken. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
