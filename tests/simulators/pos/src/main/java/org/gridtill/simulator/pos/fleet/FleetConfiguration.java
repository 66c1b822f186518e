package org.gridtill.simulator.pos.fleet;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the simulated fleet, PID {@value #PID}. Without them there is no fleet. */
@ObjectClassDefinition(
    id = FleetConfiguration.PID,
    name = "GridTill simulated fleet",
    description =
        "Agencies and terminals with keys that anybody can compute. Never on a platform that"
            + " handles real money.")
@interface FleetConfiguration {

  String PID = "org.gridtill.simulator.fleet";

  @AttributeDefinition(name = "Agencies", description = "How many agencies, A001 on. 1 to 999.")
  int agencyCount() default 1;

  @AttributeDefinition(
      name = "Terminals of each agency",
      description = "How many terminals each agency has, T0000001 on, counted through. 1 to 10000.")
  int terminalsPerAgency() default 10;

  @AttributeDefinition(
      name = "Collectors of each agency",
      description = "How many collectors each agency has, C01 on. 0 to 99.")
  int collectorsPerAgency() default 2;

  @AttributeDefinition(
      name = "Credit limit",
      description = "The limit of each agency, and of each collector, in yuan, such as 100000.00.")
  String creditLimit() default "100000.00";

  @AttributeDefinition(
      name = "Bindings",
      description =
          "Whether each terminal is bound to an identity card of collector C01 and to a SIM, as"
              + " kind pos must be unless org.gridtill.guards says otherwise.")
  boolean bindings() default true;

  @AttributeDefinition(
      name = "Payment cars",
      description =
          "How many payment cars, V0000001 on, the last agency has besides, each bound to an"
              + " identity card of collector C01 and to a SIM. 0 to 1000.")
  int paymentCars() default 0;

  @AttributeDefinition(
      name = "Cipher suite",
      description =
          "What the terminals' keys are for: AES_CMAC, SM4, X919 or UNIONPAY_ECB. The vault must let"
              + " it work.")
  String suite() default "AES_CMAC";
}
