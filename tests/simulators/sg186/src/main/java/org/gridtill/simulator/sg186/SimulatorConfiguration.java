package org.gridtill.simulator.sg186;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the simulator in Karaf, under the PID {@value #PID}. */
@ObjectClassDefinition(
    name = "GridTill SG186 simulator",
    description =
        "A simulated billing system in this container. Without a configuration it is off.")
public @interface SimulatorConfiguration {

  /** The PID. */
  String PID = "org.gridtill.simulator.sg186";

  /** How many consumers there are. */
  @AttributeDefinition(description = "How many consumers there are.")
  int consumers() default 10_000;

  /** The last billed month, such as {@code 2026-09}; empty for the month before this one. */
  @AttributeDefinition(
      description = "The last billed month, such as 2026-09; empty for the month before this one.",
      required = false)
  String latestMonth() default "";

  /** The file to keep payments in; empty to keep them in memory. */
  @AttributeDefinition(
      description = "The file to keep payments in; empty to keep them in memory.",
      required = false)
  String state() default "";

  /** How many SOAP exchanges to remember. */
  @AttributeDefinition(description = "How many SOAP exchanges to remember.")
  int exchanges() default 100;

  /** Whether to check requests against the schema. */
  @AttributeDefinition(description = "Whether to check requests against the schema.")
  boolean validate() default true;
}
