package org.gridtill.gates;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What operations may set. */
@ObjectClassDefinition(name = "GridTill gates")
@interface GateSettings {

  /** Under which operations set it. */
  String PID = "org.gridtill.gates";

  @AttributeDefinition(
      description =
          "Milliseconds for which callers wait for the next version of an adapter that has gone,"
              + " from when it went; then they are told that there is none. Longer than a roll-back"
              + " takes, which is five seconds")
  int successorMillis() default 7000;

  @AttributeDefinition(
      description =
          "Seconds for which a terminal adapter that was removed still tells its terminals, in their"
              + " protocol, that there is no service; after that their connections are closed. 0"
              + " closes them as soon as nobody waits for a next version any more")
  int farewellSeconds() default 600;

  @AttributeDefinition(
      description =
          "Whether an update of an adapter that does not serve within some seconds is undone")
  boolean rollBack() default true;
}
