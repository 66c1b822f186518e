package org.gridtill.api.tck;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;

/**
 * The billing system at the other end, real or simulated, with what a suite must do to it. Called
 * by several threads at once, but not while an answer is to be lost or garbled.
 */
public interface BillingPeer {

  /** Returns a consumer with bills that nobody has paid in this test; another one at each call. */
  ConsumerNo debtor();

  /** Returns what a consumer of {@link #debtor} owes in all. */
  Money due(ConsumerNo consumer);

  /** Returns how many transactions the other end has done for a consumer and not undone. */
  int payments(ConsumerNo consumer);

  /** Returns how many requests have come from adapters, done or not, repeated or not. */
  int requests();

  /** The next request is done, and its answer is lost. */
  void loseNextAnswer();

  /** The next request is done, and answered with something that is no answer of the protocol. */
  void garbleNextAnswer();
}
