package org.gridtill.api.platform.credit;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.Money;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps each agency's unremitted money within its limit at every instant. Each change is one
 * conditional update in the caller's transaction: it takes effect with the caller's commit or not
 * at all. Safe for use by several threads and nodes.
 */
@ProviderType
public interface Credit {

  /**
   * Opens an agency's credit line.
   *
   * @param agencyCode 1 to 15 letters or digits
   * @param agencyName what people call it
   * @param limit not negative
   * @throws IllegalArgumentException if the agency exists or an argument is wrong
   */
  void open(String agencyCode, String agencyName, Money limit);

  /** Returns an agency's line. */
  Optional<CreditLine> find(String agencyCode);

  /** Returns all lines in the order of the agencies' codes. */
  List<CreditLine> list();

  /**
   * Reserves an amount if used and reserved money stay within the limit.
   *
   * @param amount positive
   * @return whether it was reserved; false also if there is no such agency
   */
  boolean reserve(String agencyCode, Money amount);

  /**
   * Gives a reservation up.
   *
   * @throws IllegalStateException if less than that is reserved
   */
  void release(String agencyCode, Money amount);

  /**
   * Turns a reservation into used credit.
   *
   * @throws IllegalStateException if less than that is reserved
   */
  void commit(String agencyCode, Money amount);

  /**
   * Gives used credit back, as after a reversal.
   *
   * @throws IllegalStateException if less than that is used
   */
  void restore(String agencyCode, Money amount);
}
