package org.gridtill.simulator.sg186.ledger;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.card.CardWrite;

/**
 * What a transaction did.
 *
 * @param settled what it paid of bills
 * @param purchaseCount the number of the purchase; 0 if it is none
 * @param script what writes the card
 */
public record Effect(List<Due> settled, int purchaseCount, Optional<CardWrite> script) {

  /** Nothing of this. */
  public static final Effect NONE = new Effect(List.of(), 0, Optional.empty());

  /** Copies the list. */
  public Effect {
    settled = List.copyOf(settled);
  }
}
