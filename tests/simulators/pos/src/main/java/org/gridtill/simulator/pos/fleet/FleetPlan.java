package org.gridtill.simulator.pos.fleet;

import java.util.List;
import java.util.Locale;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.vault.Suite;

/**
 * Which agencies and terminals there are to be.
 *
 * @param agencyCount how many agencies
 * @param terminalsPerAgency how many terminals each
 * @param collectorsPerAgency how many collectors each
 * @param creditLimit the limit of each agency, and of each collector
 * @param bindings whether each terminal is bound to an identity card and a SIM
 * @param paymentCars how many payment cars with identity card and SIM the last agency has
 * @param suite the ciphers that the terminals' keys are for
 */
record FleetPlan(
    int agencyCount,
    int terminalsPerAgency,
    int collectorsPerAgency,
    Money creditLimit,
    boolean bindings,
    int paymentCars,
    Suite suite) {

  /** In whose name the simulator acts. */
  static final String PERSON = "simulator";

  /** In whose name it acts where two persons are asked for. */
  static final String SECOND_PERSON = "simulator's second person";

  private static final List<String> NAMES =
      List.of("Riverside", "Hillside", "Old Town", "Harbor", "Station Road", "North Gate");

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException if one is wrong, naming PID and key
   */
  static FleetPlan of(FleetConfiguration configuration) {
    int agencies = within("agencyCount", configuration.agencyCount(), 1, 999);
    int terminals = within("terminalsPerAgency", configuration.terminalsPerAgency(), 1, 10_000);
    boolean cards = configuration.bindings() || configuration.paymentCars() > 0;
    int collectors =
        within("collectorsPerAgency", configuration.collectorsPerAgency(), cards ? 1 : 0, 99);
    return new FleetPlan(
        agencies,
        terminals,
        collectors,
        limit(configuration.creditLimit()),
        configuration.bindings(),
        within("paymentCars", configuration.paymentCars(), 0, 1_000),
        suite(configuration.suite()));
  }

  /** Returns the code of an agency, which is counted from 1. */
  static String agencyCode(int agency) {
    return String.format(Locale.ROOT, "A%03d", agency);
  }

  /** Returns what people call an agency, which is counted from 1. */
  static String agencyName(int agency) {
    String place = agency <= NAMES.size() ? NAMES.get(agency - 1) : "District " + agency;
    return place + " agency";
  }

  /** Returns the code of a terminal of an agency; both are counted from 1. */
  String terminalCode(int agency, int terminal) {
    return String.format(Locale.ROOT, "T%07d", (agency - 1) * terminalsPerAgency + terminal);
  }

  /** Returns the code of a payment car, which is counted from 1. */
  static String paymentCarCode(int paymentCar) {
    return String.format(Locale.ROOT, "V%07d", paymentCar);
  }

  /** Returns the code of a collector within an agency, counted from 1. */
  static String collectorCode(int collector) {
    return String.format(Locale.ROOT, "C%02d", collector);
  }

  private static int within(String key, int value, int min, int max) {
    if (value < min || value > max) {
      throw wrong(key, "must be " + min + " to " + max);
    }
    return value;
  }

  private static Money limit(String yuan) {
    try {
      Money limit = Money.parse(yuan);
      if (limit.compareTo(Money.ZERO) >= 0) {
        return limit;
      }
    } catch (IllegalArgumentException e) {
      throw wrong("creditLimit", "must be an amount in yuan");
    }
    throw wrong("creditLimit", "must not be negative");
  }

  private static Suite suite(String name) {
    try {
      return Suite.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw wrong("suite", "must be one of " + List.of(Suite.values()));
    }
  }

  private static IllegalArgumentException wrong(String key, String rule) {
    return new IllegalArgumentException(FleetConfiguration.PID + ": " + key + " " + rule);
  }
}
