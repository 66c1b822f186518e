package org.gridtill.adapter.sg186;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the adapter, under the PID {@value #PID}. */
@ObjectClassDefinition(
    name = "GridTill SG186 adapter",
    description = "The connection to the utility's billing system.")
public @interface Sg186Configuration {

  /** The PID. */
  String PID = "org.gridtill.adapter.sg186";

  /** Where SG186 listens; an http or https URL. There is no default. */
  @AttributeDefinition(description = "Where SG186 listens: an http or https URL. Required.")
  String url();

  /** The longest wait for a connection, in milliseconds: 1 to 60,000. */
  @AttributeDefinition(
      description = "The longest wait for a connection, in milliseconds: 1 to 60000.")
  int connectTimeoutMillis() default 2000;

  /** The longest wait for a whole answer once there is a connection, in milliseconds. */
  @AttributeDefinition(
      description = "The longest wait for a whole answer, in milliseconds: 1 to 600000.")
  int receiveTimeoutMillis() default 10_000;

  /** The most calls at a time, each on a connection of its own: 1 to 10,000. */
  @AttributeDefinition(
      description = "The most calls at a time, each on a connection of its own: 1 to 10000.")
  int maxConnections() default 64;
}
