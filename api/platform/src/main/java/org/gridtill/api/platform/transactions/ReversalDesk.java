package org.gridtill.api.platform.transactions;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.SerialNo;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where people decide about reversals: what may be reversed, and the second person's authorization.
 * Safe for use by several threads and nodes.
 */
@ProviderType
public interface ReversalDesk {

  /**
   * A reversal for which a second person is needed.
   *
   * @param serialNo the transaction to reverse
   * @param requestedBy who wants it: an operator, or the terminal's collector
   * @param reason why, in words
   * @param authorizedBy the second person; null while there is none
   */
  record Authorization(SerialNo serialNo, String requestedBy, String reason, String authorizedBy) {}

  /** Computes what may be reversed at this moment. */
  ReversibleAmount reversible(ReversibleAmount.Scope scope, String code);

  /**
   * Tells which rule forbids a reversal at this moment, asked for by the transaction's own agency
   * and collector, above all others.
   *
   * @return the rule; empty if none does
   * @throws IllegalArgumentException if there is no such transaction
   */
  Optional<ReversalRule> obstacle(SerialNo serialNo);

  /** Returns the requests that wait for a second person or have not been used, oldest first. */
  List<Authorization> authorizations();

  /**
   * Asks for a reversal in the name of operations. A second person authorizes it.
   *
   * @param person who asks
   * @param reason why, 1 to 200 characters
   * @throws IllegalArgumentException if there is no such transaction or it was asked for already
   * @throws IllegalStateException if a rule forbids it, naming the rule
   */
  void request(SerialNo serialNo, String person, String reason);

  /**
   * Authorizes a reversal, as the second person. A reversal that operations asked for is done now;
   * one that a terminal asked for is done when the terminal repeats it. An authorization is good
   * for the transaction's accounting day and for one reversal.
   *
   * @param person who authorizes; must be another than the one who asked
   * @return the transaction afterwards
   * @throws IllegalArgumentException if nobody asked for it, or the same person did
   * @throws IllegalStateException if a rule forbids it, naming the rule
   */
  TransactionRecord authorize(SerialNo serialNo, String person);
}
