package org.gridtill.simulator.sg186.ledger;

/** Where events are kept beyond the process. */
public interface Storage extends AutoCloseable {

  /** Keeps an event; it is safe when the method returns. */
  void append(Event event);

  /** Forgets all events. */
  void clear();

  @Override
  void close();

  /** Returns a storage that keeps nothing. */
  static Storage none() {
    return new Storage() {
      @Override
      public void append(Event event) {
        // The memory of the process is all there is.
      }

      @Override
      public void clear() {
        // There is nothing to forget.
      }

      @Override
      public void close() {
        // There is nothing to close.
      }
    };
  }
}
