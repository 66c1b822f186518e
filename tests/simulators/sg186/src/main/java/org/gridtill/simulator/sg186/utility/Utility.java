package org.gridtill.simulator.sg186.utility;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridtill.simulator.sg186.contract.types.ConsumerClass;

/**
 * A utility whose consumers and bills follow from their number alone: the same every time, with
 * nothing to load and nothing to keep. Immutable.
 */
public final class Utility {

  private static final long FIRST = 100_000_000L;
  private static final int DUE_DAY = 20;

  private final Population population;

  /** Makes a utility. */
  public Utility(Population population) {
    this.population = population;
  }

  /** Returns what it was made from. */
  public Population population() {
    return population;
  }

  /** Returns the number of the consumer with that index, counted from 1. */
  public static String number(int index) {
    return String.format("%010d", FIRST + index);
  }

  /** Returns the consumer with that number, if there is one. */
  public Optional<Consumer> consumer(String number) {
    int index = index(number);
    if (index == 0) {
      return Optional.empty();
    }
    long random = random(index, 1);
    return Optional.of(
        new Consumer(
            number,
            Names.person(index, random),
            Names.address(random),
            kind(index),
            Sort.of(index)));
  }

  /** Returns all bills of the consumer that were unpaid when the simulation began, oldest first. */
  public List<Bill> bills(Consumer consumer) {
    int index = index(consumer.number());
    int count = consumer.sort().hasMeter() ? meterArrears(index) : unpaidMonths(index);
    List<Bill> bills = new ArrayList<>(count);
    for (int back = count - 1; back >= 0; back--) {
      bills.add(bill(consumer, index, population.latestMonth().minusMonths(back)));
    }
    return bills;
  }

  private Bill bill(Consumer consumer, int index, YearMonth month) {
    long random = random(index, month.getYear() * 12L + month.getMonthValue());
    long fen =
        switch (consumer.kind()) {
          case RESIDENTIAL -> between(random, 3_000, 45_000);
          case NON_RESIDENTIAL -> between(random, 20_000, 300_000);
          case HIGH_VOLTAGE -> between(random, 500_000, 9_000_000);
        };
    String id =
        String.format("R%s%04d%02d", consumer.number(), month.getYear(), month.getMonthValue());
    return new Bill(id, month, fen, month.plusMonths(1).atDay(DUE_DAY));
  }

  private int index(String number) {
    if (!number.matches("[0-9]{10}")) {
      return 0;
    }
    long index = Long.parseLong(number) - FIRST;
    return index >= 1 && index <= population.consumers() ? (int) index : 0;
  }

  /** Of 20 consumers, 15 are households and one is a plant. */
  private static ConsumerClass kind(int index) {
    int part = Math.floorMod(random(index, 2), 20);
    if (part < 15) {
      return ConsumerClass.RESIDENTIAL;
    }
    return part < 19 ? ConsumerClass.NON_RESIDENTIAL : ConsumerClass.HIGH_VOLTAGE;
  }

  /** One who pays before use owes nothing, or a month from the time before the meter came. */
  private static int meterArrears(int index) {
    return Sort.isLast(index) ? 1 : 0;
  }

  /** Of ten consumers, two owe nothing, five one or two months, and one more than half a year. */
  private static int unpaidMonths(int index) {
    long random = random(index, 3);
    int part = Math.floorMod(random, 10);
    if (part < 2) {
      return 0;
    }
    if (part < 5) {
      return 1;
    }
    if (part < 7) {
      return 2;
    }
    return part < 9 ? 3 + Math.floorMod(random >>> 8, 3) : 7 + Math.floorMod(random >>> 8, 9);
  }

  private static long between(long random, long least, long most) {
    return least + Math.floorMod(random, most - least + 1);
  }

  /** Returns a number that looks random and is always the same; the finalizer of SplitMix64. */
  private static long random(int index, long salt) {
    long z = index * 0x9E3779B97F4A7C15L + salt * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
