package org.gridtill.api.platform.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.Money;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Closes accounting days. What is posted after that belongs to later days, so that the figures of a
 * closed day never change. Safe for use by several threads and nodes.
 */
@ProviderType
public interface Periods {

  /** Returns the last closed day; empty if none is closed. */
  Optional<LocalDate> closedThrough();

  /**
   * Closes all days up to and with the given one. It commits by itself, and so is never called
   * within a database transaction.
   *
   * @param person who closes it
   * @throws IllegalArgumentException if the day is closed, is not over for ten minutes, or the
   *     person has no name
   * @throws IllegalStateException if a check of the books finds something, if something of these
   *     days may still change, or if somebody else has begun to close days meanwhile, saying what
   */
  Period close(LocalDate day, String person);

  /** Returns the latest periods, the latest first. */
  List<Period> list(int limit);

  /**
   * A closed period.
   *
   * @param through its last day; it begins after the last day of the one before
   * @param closedAt when it was closed
   * @param closedBy who closed it
   * @param entries how many entries it has
   * @param turnover the sum of their debits
   */
  record Period(
      LocalDate through, Instant closedAt, String closedBy, long entries, Money turnover) {}
}
