package org.gridtill.api.platform.accounts;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Proves something about the books. Registered as a service by whoever keeps the books in question;
 * {@link BookChecks} runs all of them. Each call reads what is committed, changes nothing, and is
 * right at any moment, also while the platform trades. Safe for use by several threads.
 */
@ConsumerType
public interface BookCheck {

  /** Returns what holds if nothing is found, as a short sentence without a full stop. */
  String name();

  /** Returns what is wrong, a sentence each; empty if nothing is. */
  List<String> findings();

  /**
   * Tells what about a day may still change, so that the day cannot be closed.
   *
   * @return a sentence each; empty if nothing is
   */
  default List<String> open(LocalDate day) {
    return List.of();
  }
}
