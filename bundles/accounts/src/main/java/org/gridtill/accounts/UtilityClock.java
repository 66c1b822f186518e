package org.gridtill.accounts;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Function;
import org.gridtill.api.platform.time.PlatformClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The machine's clock, and the utility's calendar. */
@Component(configurationPid = UtilityClock.PID)
@Designate(ocd = UtilityClock.Settings.class)
public class UtilityClock implements PlatformClock {

  static final String PID = "org.gridtill.accounts";

  private final Clock clock;
  private final ZoneId zone;
  private final LocalTime cutOver;

  /** What operations may set. */
  @ObjectClassDefinition(name = "GridTill accounting days and daily checks")
  @interface Settings {

    @AttributeDefinition(description = "The time zone of the utility, such as Asia/Shanghai")
    String timeZone() default "Asia/Shanghai";

    @AttributeDefinition(
        description =
            "When a new accounting day begins, such as 23:30; from then on transactions belong to"
                + " the next calendar day. 00:00 makes accounting days calendar days.")
    String cutOver() default "00:00";

    @AttributeDefinition(
        description =
            "How many minutes after that the books are checked, 0 to 1200; time for what is under"
                + " way to come to its end")
    int checkDelayMinutes() default 30;
  }

  /** Made by Declarative Services. */
  @Activate
  public UtilityClock(Settings settings) {
    this(Clock.systemUTC(), settings.timeZone(), settings.cutOver());
  }

  UtilityClock(Clock clock, String timeZone, String cutOver) {
    this.clock = clock;
    this.zone = parse("timeZone", timeZone, ZoneId::of);
    this.cutOver = parse("cutOver", cutOver, LocalTime::parse);
  }

  private static <T> T parse(String key, String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(PID + ": " + key + " is wrong: " + value, e);
    }
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public LocalDate accountingDate(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    boolean afterCutOver =
        !cutOver.equals(LocalTime.MIDNIGHT) && !local.toLocalTime().isBefore(cutOver);
    return afterCutOver ? local.toLocalDate().plusDays(1) : local.toLocalDate();
  }

  @Override
  public ZoneId zone() {
    return zone;
  }
}
