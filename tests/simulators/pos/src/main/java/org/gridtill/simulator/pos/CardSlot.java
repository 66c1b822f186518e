package org.gridtill.simulator.pos;

import java.io.IOException;

/** The reader of a terminal, with a card in it. For use by one thread. */
public interface CardSlot {

  /**
   * Resets the card and reads it; every reading has a challenge of its own.
   *
   * @throws IOException if there is no card
   */
  CardReadout read() throws IOException;

  /**
   * Sends the card one command of an order.
   *
   * @return whether the card accepted it
   * @throws IOException if the card was pulled out: nobody knows what the command did
   */
  boolean send(CardOrder.Step step) throws IOException;
}
