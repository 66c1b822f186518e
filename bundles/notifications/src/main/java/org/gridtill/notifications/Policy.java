package org.gridtill.notifications;

import java.time.Duration;

/**
 * When messages are sent, and for how long it is tried.
 *
 * @param quiet when only urgent ones are sent
 * @param backoff the waits between attempts
 * @param worth how long a message is worth telling
 * @param silence after so long without an outcome nobody is at a message that is being sent
 */
record Policy(QuietHours quiet, Backoff backoff, Duration worth, Duration silence) {}
