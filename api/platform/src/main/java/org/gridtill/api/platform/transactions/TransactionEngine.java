package org.gridtill.api.platform.transactions;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Carries every transaction to its end, exactly once. Safe for use by several threads and nodes.
 *
 * <p>What it promises: an intent is durable before the billing system is called, and an outcome
 * before the caller is answered. A repeated request gets the answer of the first. What a crash or a
 * lost answer left open is resolved from what the billing system says, never by guessing.
 */
@ProviderType
public interface TransactionEngine {

  /**
   * Handles a request of a terminal that was admitted and is authentic. Waits for the billing
   * system, up to its adapter's time-out.
   *
   * @param request any request but a sign-on or an echo
   * @param channel the name of the adapter that it came through
   * @return the answer; never null
   * @throws RuntimeException if the database is away; whether money moves is then decided later,
   *     and the terminal must be told that the outcome is not known if it paid or reversed
   */
  Reply handle(Request request, String channel);

  /** Returns the transaction with that serial number. */
  Optional<TransactionRecord> find(SerialNo serialNo);

  /**
   * Returns the transactions about which something is open, oldest first, at most so many: those
   * without an outcome, and those whose card the billing system is still to be told of or whose
   * meter is still to answer.
   */
  List<TransactionRecord> unsettled(int limit);

  /** Returns the latest transactions of a terminal, newest first, at most so many. */
  List<TransactionRecord> latest(String terminalCode, int limit);

  /** Returns every step of a transaction, in order; empty if there is no such transaction. */
  List<TransactionStep> story(SerialNo serialNo);

  /**
   * Asks the billing system about a transaction now, instead of at the next attempt.
   *
   * @return the transaction afterwards
   * @throws IllegalArgumentException if there is no such transaction
   */
  TransactionRecord resolve(SerialNo serialNo);

  /** Returns the state machine, row by row. */
  List<StateTransition> stateMachine();
}
