package org.gridtill.api.platform.credit;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.Money;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the unremitted money of each collector, each agency and each agency above it within its
 * limit at every instant. Each change is one conditional update for each level, from the collector
 * upwards, in the caller's transaction: it takes effect at all levels with the caller's commit or
 * not at all. Safe for use by several threads and nodes.
 *
 * <p>Each of them takes a number of the payment, the same in all calls for it. By these numbers the
 * payments of a busy agency are spread over rows of their own, so that those which run at once do
 * not wait for each other; consecutive numbers are spread best.
 */
@ProviderType
public interface Credit {

  /** Returns a holder's line. */
  Optional<CreditLine> find(Holder holder);

  /** Returns all lines in the order of their codes, an agency before its collectors. */
  List<CreditLine> list();

  /**
   * Reserves an amount at the holder and everybody above it, if all of them may take money and stay
   * within their limits. After a refusal nothing is reserved, and the caller's transaction goes on.
   *
   * @param amount positive
   * @return what is against it; empty if it is reserved
   */
  Optional<CreditRefusal> reserve(Holder holder, Money amount, long payment);

  /**
   * Gives a reservation up.
   *
   * @throws IllegalStateException if less than that is reserved
   */
  void release(Holder holder, Money amount, long payment);

  /**
   * Turns a reservation into money held.
   *
   * @throws IllegalStateException if less than that is reserved
   */
  void commit(Holder holder, Money amount, long payment);

  /** Takes money held off again, as after a reversal. */
  void restore(Holder holder, Money amount, long payment);
}
