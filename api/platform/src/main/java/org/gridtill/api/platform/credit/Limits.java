package org.gridtill.api.platform.credit;

import java.time.Instant;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes limits, with two persons for each change. Safe for use by several threads and nodes.
 *
 * <p>All methods throw {@link IllegalArgumentException} if there is no such holder or request or an
 * argument is wrong, and {@link IllegalStateException} if a rule forbids it, with a sentence that
 * says what.
 */
@ProviderType
public interface Limits {

  /**
   * Asks for another limit. A request that was not authorized yet is replaced.
   *
   * @param limit not negative
   * @param person who asks
   * @param reason 1 to 200 characters
   */
  void request(Holder holder, Money limit, String person, String reason);

  /**
   * Sets the limit that somebody else has asked for.
   *
   * @param limit the limit that the person believes to authorize
   * @param person who authorizes it; not who asked
   * @throws IllegalStateException if the person asked for it, or another limit is asked for
   */
  CreditLine authorize(Holder holder, Money limit, String person);

  /** Takes a request back, or turns it down. */
  void drop(Holder holder, String person);

  /** Returns the requests that wait for a second person, in the order of the holders. */
  List<Request> requests();

  /**
   * A wish for another limit.
   *
   * @param holder whose
   * @param limit the limit
   * @param requestedBy who wants it
   * @param requestedAt since when
   * @param reason why
   */
  record Request(
      Holder holder, Money limit, String requestedBy, Instant requestedAt, String reason) {}
}
