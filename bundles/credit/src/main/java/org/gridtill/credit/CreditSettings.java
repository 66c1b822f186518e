package org.gridtill.credit;

import java.util.Arrays;
import java.util.List;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * What operations may set, checked.
 *
 * @param remittanceDays accounting days after the day of collection by which the money must arrive
 * @param lateSuspends whether an agency that is late may take no more money
 * @param alertLevels shares of the limit in percent, ascending
 * @param checkSeconds how often the watch looks
 */
record CreditSettings(
    int remittanceDays, boolean lateSuspends, List<Integer> alertLevels, int checkSeconds) {

  static final String PID = "org.gridtill.credit";

  /** What operations may set. */
  @ObjectClassDefinition(name = "GridTill credit and remittance")
  @interface Settings {

    @AttributeDefinition(
        description =
            "Accounting days after the day of collection by which the money must have arrived at the"
                + " bank; 0 for the day of collection itself")
    int remittanceDays() default 2;

    @AttributeDefinition(
        description = "Whether an agency whose remittance is late may take no more money")
    boolean lateSuspends() default true;

    @AttributeDefinition(
        description =
            "Shares of an agency's limit in percent of which it is told, as 80,95; empty for none")
    String alertLevels() default "80,95";

    @AttributeDefinition(
        description = "Seconds between looks at late remittances and at used limits")
    int checkSeconds() default 60;
  }

  static CreditSettings of(Settings settings) {
    return new CreditSettings(
        atLeast("remittanceDays", settings.remittanceDays(), 0),
        settings.lateSuspends(),
        levels(settings.alertLevels()),
        atLeast("checkSeconds", settings.checkSeconds(), 1));
  }

  private static int atLeast(String key, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(PID + ": " + key + " must be at least " + least);
    }
    return value;
  }

  private static List<Integer> levels(String value) {
    if (value.isBlank()) {
      return List.of();
    }
    List<String> words = Arrays.stream(value.split(",")).map(String::strip).toList();
    if (!words.stream().allMatch(word -> word.matches("[1-9][0-9]?|100"))) {
      throw new IllegalArgumentException(
          PID + ": alertLevels has numbers from 1 to 100 and commas, not " + value);
    }
    return words.stream().map(Integer::valueOf).sorted().distinct().toList();
  }
}
