package org.gridtill.api.platform.terminals;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.platform.credit.Holder;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The stock of collectors' identity cards, and who has which. Safe for use by several threads and
 * nodes.
 *
 * <p>Methods throw IllegalArgumentException if what was given is wrong, and IllegalStateException
 * if a rule or the card's state forbids it, saying which.
 */
@ProviderType
public interface CollectorCards {

  /**
   * Takes a card into stock.
   *
   * @param cardNo 8 to 19 digits
   * @param person who does
   */
  void add(String cardNo, String person);

  /**
   * Hands a card in stock out to a collector.
   *
   * @param cardNo a card in stock
   * @param collector a collector who is registered
   * @param pin the first PIN, 4 to 12 digits, not all the same and no simple row; is not kept
   * @param person who does
   */
  void issue(String cardNo, Holder collector, char[] pin, String person);

  /** Sets a new PIN of a card that is out, and unlocks it. */
  void setPin(String cardNo, char[] pin, String person);

  /**
   * Revokes a card that was lost or stolen: it is refused from this moment on, and its open shift
   * is closed.
   */
  void lost(String cardNo, String person);

  /** Takes back a card, as {@link #lost}, that comes back worn out or is withdrawn. */
  void retire(String cardNo, String person);

  /** Returns the card of that number. */
  Optional<CollectorCard> find(String cardNo);

  /** Returns all cards in the order of their numbers. */
  List<CollectorCard> list();
}
