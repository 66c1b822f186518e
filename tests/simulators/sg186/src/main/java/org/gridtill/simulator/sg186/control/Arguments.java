package org.gridtill.simulator.sg186.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;

/** Reads the arguments of control requests, which come by name; a missing one is null. */
final class Arguments {

  private Arguments() {}

  static LocalDate day(Function<String, String> argument) {
    String date = argument.apply("date");
    return date == null ? LocalDate.now() : LocalDate.parse(date);
  }

  static int number(
      Function<String, String> argument, String name, int otherwise, int least, int most) {
    String text = argument.apply(name);
    int value = text == null ? otherwise : Integer.parseInt(text);
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " is not between " + least + " and " + most);
    }
    return value;
  }

  static String required(Function<String, String> argument, String name) {
    String text = argument.apply(name);
    if (text == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return text;
  }

  /** Reads an amount in yuan, and returns it in fen. */
  static long fen(Function<String, String> argument, String name) {
    try {
      return new BigDecimal(required(argument, name)).movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(name + " is no amount", e);
    }
  }

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  static void line(StringBuilder text, String... fields) {
    text.append(String.join("\t", fields)).append('\n');
  }
}
