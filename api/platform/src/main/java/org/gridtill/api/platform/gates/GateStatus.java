package org.gridtill.api.platform.gates;

/**
 * How an adapter behind a gate does, or that a gate has none.
 *
 * @param user whom the gate belongs to
 * @param adapter the adapter; null if the gate has none
 * @param state what the gate does with it
 * @param part which terminals it serves, as words, while another version serves others; else empty
 * @param made how many calls were made since it came
 * @param underWay how many calls are under way, with those that are stuck
 * @param stuck how many calls were given up and have not come back; each holds a thread
 * @param waiting how many callers wait for an adapter
 * @param circuit whether calls are made, as far as the adapter's failures go
 * @param trouble what went wrong last, as a sentence; empty if nothing
 */
public record GateStatus(
    String user,
    AdapterInfo adapter,
    State state,
    String part,
    long made,
    int underWay,
    int stuck,
    int waiting,
    Circuit circuit,
    String trouble) {

  /** The status of one that nobody has called, and that shares its terminals with nobody. */
  public GateStatus(
      String user,
      AdapterInfo adapter,
      State state,
      int underWay,
      int stuck,
      int waiting,
      Circuit circuit,
      String trouble) {
    this(user, adapter, state, "", 0, underWay, stuck, waiting, circuit, trouble);
  }

  /** What a gate does with an adapter. */
  public enum State {
    /** It gets the calls, or those of some terminals. */
    SERVING,
    /** Another one, of higher ranking or newer, gets the calls. */
    STANDBY,
    /** It failed its self-check and gets no calls. */
    REFUSED,
    /** It is being removed; calls of it are under way. */
    LEAVING,
    /** There is no adapter. */
    ABSENT
  }

  /** Whether an adapter's failures keep calls from it. */
  public enum Circuit {
    /** Calls are made. */
    CLOSED,
    /** The adapter is left alone for a while. */
    OPEN,
    /** A few calls are made, to try. */
    TRYING
  }

  /** The same with another trouble. */
  public GateStatus troubledBy(String words) {
    return new GateStatus(
        user, adapter, state, part, made, underWay, stuck, waiting, circuit, words);
  }

  /** Tells whether all is well. */
  public boolean isHealthy() {
    return (state == State.SERVING || state == State.STANDBY)
        && stuck == 0
        && circuit == Circuit.CLOSED;
  }
}
