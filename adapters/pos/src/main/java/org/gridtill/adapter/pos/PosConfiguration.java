package org.gridtill.adapter.pos;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the POS adapter, PID {@value #PID}; it works without any. */
@ObjectClassDefinition(
    id = PosConfiguration.PID,
    name = "GridTill POS adapter",
    description = "Translates between ISO 8583 POS terminals and the platform.")
@interface PosConfiguration {

  String PID = "org.gridtill.adapter.pos";

  @AttributeDefinition(
      name = "Time zone",
      description =
          "The time zone of the terminals, for the time and date in answers: a name such as"
              + " Asia/Shanghai or an offset such as +08:00.")
  String timeZone() default "Asia/Shanghai";
}
