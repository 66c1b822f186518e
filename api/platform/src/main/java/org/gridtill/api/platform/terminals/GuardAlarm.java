package org.gridtill.api.platform.terminals;

import java.time.Instant;

/**
 * That a guard refused. Refusals of the same kind at the same terminal are one alarm until somebody
 * has seen it.
 *
 * @param terminalCode the terminal that was named, as the message said it
 * @param guard who refused
 * @param reason why, in one word
 * @param detail the last one in a sentence, without secrets
 * @param count how many there were
 * @param firstAt when the first was
 * @param lastAt when the last was
 */
public record GuardAlarm(
    String terminalCode,
    Guard guard,
    String reason,
    String detail,
    long count,
    Instant firstAt,
    Instant lastAt) {}
