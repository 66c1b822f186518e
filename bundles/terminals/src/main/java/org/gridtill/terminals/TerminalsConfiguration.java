package org.gridtill.terminals;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the registry, PID {@value #PID}. */
@ObjectClassDefinition(id = TerminalsConfiguration.PID, name = "GridTill terminals")
@interface TerminalsConfiguration {

  String PID = "org.gridtill.terminals";

  @AttributeDefinition(
      name = "Online",
      description =
          "A terminal counts as online for so many seconds after it was last seen. 60 to 86400.")
  int onlineSeconds() default 180;

  @AttributeDefinition(
      name = "Noting",
      description =
          "That a terminal was seen is written to the database at most once in so many seconds. 1"
              + " to 30.")
  int notingSeconds() default 30;

  @AttributeDefinition(
      name = "Life of cached terminals",
      description =
          "How long, in milliseconds, a node goes on with what it has read about a terminal: within"
              + " this time it notices what another node changed. 0 to 60000.")
  int cacheMillis() default 1_000;
}
