package org.gridtill.simulator.pos.fleet;

import java.util.List;
import java.util.Locale;
import org.gridtill.api.adapter.Money;

/**
 * Which agencies and terminals there are to be.
 *
 * @param agencyCount how many agencies
 * @param terminalsPerAgency how many terminals each
 * @param creditLimit each agency's limit
 */
record FleetPlan(int agencyCount, int terminalsPerAgency, Money creditLimit) {

  private static final List<String> NAMES =
      List.of("Riverside", "Hillside", "Old Town", "Harbor", "Station Road", "North Gate");

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException if one is wrong, naming PID and key
   */
  static FleetPlan of(FleetConfiguration configuration) {
    int agencies = within("agencyCount", configuration.agencyCount(), 999);
    int terminals = within("terminalsPerAgency", configuration.terminalsPerAgency(), 10_000);
    return new FleetPlan(agencies, terminals, limit(configuration.creditLimit()));
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

  private static int within(String key, int value, int max) {
    if (value < 1 || value > max) {
      throw wrong(key, "must be 1 to " + max);
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

  private static IllegalArgumentException wrong(String key, String rule) {
    return new IllegalArgumentException(FleetConfiguration.PID + ": " + key + " " + rule);
  }
}
