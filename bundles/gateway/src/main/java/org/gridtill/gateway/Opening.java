package org.gridtill.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets an endpoint begin to listen once all that a frame needs is there at the same time: before,
 * terminals would be refused for no reason that they or operations can do anything about. It never
 * closes the endpoint for a part that goes away later, since connections shall outlive the update
 * of an adapter. Safe for use by several threads.
 */
final class Opening {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private enum Phase {
    /** Parts are still being put in. */
    NEW,
    WAITING,
    /** Listens, or has tried to. */
    OVER
  }

  private final String endpoint;
  private final String adapterName;
  private final BooleanSupplier adapterIsThere;
  private final Platform platform;
  private final Runnable listen;
  private final boolean certificates;
  private Phase phase = Phase.NEW;
  private String obstacle = "not started";

  /**
   * Does nothing before it begins.
   *
   * @param certificates whether its terminals show certificates
   * @param listen begins to listen, or throws an exception whose message says why it cannot; is run
   *     once at most
   */
  Opening(
      String endpoint,
      String adapterName,
      BooleanSupplier adapterIsThere,
      Platform platform,
      boolean certificates,
      Runnable listen) {
    this.endpoint = endpoint;
    this.adapterName = adapterName;
    this.adapterIsThere = adapterIsThere;
    this.platform = platform;
    this.certificates = certificates;
    this.listen = listen;
  }

  /** Looks for the first time. */
  synchronized void begin() {
    phase = Phase.WAITING;
    look();
  }

  /** Looks again, since a part has come or gone. */
  synchronized void look() {
    if (phase != Phase.WAITING) {
      return;
    }
    List<String> missing = missing();
    if (missing.isEmpty()) {
      open();
    } else {
      await("waits for " + String.join(", ", missing));
    }
  }

  /** Ends the waiting; from then on it does not begin to listen any more. */
  synchronized void end() {
    phase = Phase.OVER;
  }

  /** Returns what keeps it from listening; empty if it listens. */
  synchronized Optional<String> obstacle() {
    return Optional.ofNullable(obstacle);
  }

  private void open() {
    phase = Phase.OVER;
    try {
      listen.run();
      obstacle = null;
    } catch (RuntimeException e) {
      obstacle = "failed: " + e.getMessage();
      LOG.error("Endpoint {} does not listen", endpoint, e);
    }
  }

  private void await(String what) {
    if (!what.equals(obstacle)) {
      obstacle = what;
      LOG.info("Endpoint {} does not listen yet: it {}", endpoint, what);
    }
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!adapterIsThere.getAsBoolean()) {
      missing.add("the adapter " + adapterName);
    }
    if (platform.terminals().isEmpty()) {
      missing.add("the terminal registry");
    }
    if (platform.shifts().isEmpty()) {
      missing.add("the guards of card and SIM");
    }
    if (platform.certificateGuard().isEmpty()) {
      missing.add("the guard of certificates");
    }
    if (certificates && platform.certificates().isEmpty()) {
      missing.add("who judges certificates");
    }
    if (platform.vault().isEmpty()) {
      missing.add("the vault");
    }
    if (platform.engine().isEmpty()) {
      missing.add("the transaction engine");
    }
    return missing;
  }
}
