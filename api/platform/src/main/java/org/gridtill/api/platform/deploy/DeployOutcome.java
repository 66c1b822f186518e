package org.gridtill.api.platform.deploy;

/**
 * What came of a jar that was put into {@code deploy/}.
 *
 * @param good whether it serves, or would if there were anything to do for it
 * @param words that and why, as a sentence without its end
 */
public record DeployOutcome(boolean good, String words) {}
