package org.gridtill.api.platform.terminals;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.ShiftRequest;
import org.gridtill.api.platform.vault.KeyVault.KeyHandle;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The guards of card and SIM, between a terminal that has proved itself and the engine. Called only
 * with requests that the terminal's key has proved authentic, so that nobody else can lock a
 * terminal or a card. Safe for use by several threads and nodes.
 */
@ProviderType
public interface Shifts {

  /**
   * Tells whether a request may go on to the engine: whether the terminal's kind need prove no card
   * and no SIM, or has an open shift of a card, SIM and collector that may work together now.
   *
   * @return why not, naming the guard; empty if it may
   */
  Optional<Reply.Refused> admit(Request request);

  /**
   * Gives a terminal a challenge for its identity card, in place of an earlier one. It is good for
   * one answer and a short time.
   *
   * @return {@link Reply.CardChallenge} or {@link Reply.Refused}
   */
  Reply challenge(ShiftRequest.AskChallenge request);

  /**
   * Opens a shift if card, PIN and SIM are right, and closes the one before.
   *
   * @param keys the keys that proved the request, under which the PIN is enciphered
   * @return {@link Reply.ShiftOpened} or {@link Reply.Refused}
   */
  Reply open(ShiftRequest.Open request, KeyHandle keys);

  /**
   * Closes a shift; one that is closed already stays so.
   *
   * @return {@link Reply.ShiftClosed} or {@link Reply.Refused}
   */
  Reply close(ShiftRequest.Close request);

  /** Returns the shifts that are open, in the order of their terminals. */
  List<Shift> open();
}
