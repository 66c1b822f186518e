package org.gridtill.simulator.sg186.utility;

import org.gridtill.simulator.sg186.contract.types.ConsumerClass;

/**
 * A consumer.
 *
 * @param number ten digits
 * @param name a made-up name; that of every fifth consumer is in Chinese characters
 * @param address where the electricity is used
 * @param kind sets the rate of the penalty
 */
public record Consumer(String number, String name, String address, ConsumerClass kind) {}
