package org.gridtill.api.platform.terminals;

import java.time.Instant;
import org.gridtill.api.platform.credit.Holder;

/**
 * The time in which a collector works a terminal, from sign-on with the identity card to sign-off.
 *
 * @param terminalCode the terminal
 * @param shiftNo its number, counted from 1 for each terminal
 * @param cardNo the card that opened it; empty if the terminal's kind proves none
 * @param collector whose card that is; null if there is none
 * @param iccid the SIM that was found in it; empty if the terminal's kind proves none
 * @param openedAt when it was opened
 * @param closedAt when it was closed; null while it is open
 * @param closedBecause why it was closed, in a few words; empty while it is open
 */
public record Shift(
    String terminalCode,
    long shiftNo,
    String cardNo,
    Holder collector,
    String iccid,
    Instant openedAt,
    Instant closedAt,
    String closedBecause) {}
