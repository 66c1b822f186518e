package org.gridtill.api.platform.terminals;

import java.time.Instant;
import org.gridtill.api.platform.credit.Holder;

/**
 * A collector's identity card (身份卡).
 *
 * @param cardNo its number, 8 to 19 digits; it is printed on the card and proves nothing
 * @param state what it may
 * @param collector whose it is; null while nobody has it
 * @param failures how many wrong PINs or answers came since the last right one
 * @param changedAt when its state changed last
 * @param changedBy who changed it; the platform itself if it locked the card
 */
public record CollectorCard(
    String cardNo,
    State state,
    Holder collector,
    int failures,
    Instant changedAt,
    String changedBy) {

  /** What a card may. */
  public enum State {
    /** Nobody has it. */
    IN_STOCK,
    /** Its collector has it and may sign on with it. */
    ISSUED,
    /** Too many wrong PINs or answers; a new PIN unlocks it. */
    LOCKED,
    /** Lost or stolen, and never to be used again. */
    LOST,
    /** Worn out or withdrawn, and never to be used again. */
    RETIRED
  }
}
