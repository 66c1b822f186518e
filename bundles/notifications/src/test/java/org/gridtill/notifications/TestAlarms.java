package org.gridtill.notifications;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Alarms that ring when a test lets them. */
final class TestAlarms implements Alarms {

  private final List<Runnable> set = new CopyOnWriteArrayList<>();

  @Override
  public Runnable after(Duration wait, Runnable task) {
    set.add(task);
    return () -> set.remove(task);
  }

  /** Lets the time of everybody who waits be up. */
  void ring() {
    List<Runnable> due = List.copyOf(set);
    set.removeAll(due);
    due.forEach(Runnable::run);
  }

  @Override
  public void close() {
    set.clear();
  }
}
