package org.gridtill.terminals;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the guards of certificate, identity card and SIM, PID {@value #PID}. */
@ObjectClassDefinition(
    id = GuardsConfiguration.PID,
    name = "GridTill guards",
    description =
        "What must prove a terminal before money moves; words are card, pin, sim and certificate.")
@interface GuardsConfiguration {

  String PID = "org.gridtill.guards";

  @AttributeDefinition(name = "POS", description = "What a POS handheld must prove.")
  String[] pos() default {"card", "pin", "sim"};

  @AttributeDefinition(name = "Kiosk", description = "What a self-service kiosk must prove.")
  String[] kiosk() default {"sim"};

  @AttributeDefinition(name = "Payment car", description = "What a payment car must prove.")
  String[] paymentCar() default {"card", "pin", "sim"};

  @AttributeDefinition(name = "PC", description = "What a PC at a counter must prove.")
  String[] pc() default {"card", "pin"};

  @AttributeDefinition(
      name = "One card, many terminals",
      description = "Whether an identity card may be bound to more than one terminal.")
  boolean cardOnManyTerminals() default false;

  @AttributeDefinition(
      name = "Life of a challenge",
      description = "How long, in seconds, a challenge waits for the card's answer. 5 to 600.")
  int challengeSeconds() default 60;

  @AttributeDefinition(
      name = "Tries of a PIN",
      description = "After so many wrong PINs in a row a card is locked. 1 to 10.")
  int pinTries() default 3;

  @AttributeDefinition(
      name = "Refusals until a terminal is locked",
      description =
          "After so many refusals by the guards of card and SIM in a row, of messages that the"
              + " terminal's key has proved, it is blocked. 1 to 1000.")
  int refusalsToLock() default 10;
}
