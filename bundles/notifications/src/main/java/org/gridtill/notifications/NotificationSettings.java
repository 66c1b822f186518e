package org.gridtill.notifications;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridtill.api.platform.credit.Agencies.Contact;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What operations may set, checked. What is wrong is refused with the PID and the key. */
final class NotificationSettings {

  static final String PID = "org.gridtill.notifications";

  private static final int MOST_CONTACTS = 10;
  private static final int MOST_CALLS = 64;

  private final Settings settings;

  NotificationSettings(Settings settings) {
    this.settings = settings;
  }

  /** What operations may set. */
  @ObjectClassDefinition(name = "GridTill notifications")
  @interface Settings {

    @AttributeDefinition(
        description =
            "The adapter that takes messages, as adapter-list names it; empty for the best that is"
                + " there")
    String channel() default "";

    @AttributeDefinition(
        description =
            "Who runs the platform: address;language of each, with commas between them, such as"
                + " 13800000000;zh")
    String[] operations() default {};

    @AttributeDefinition(
        description =
            "When the time begins in which only urgent messages are sent, such as 21:30, in the"
                + " utility's time zone")
    String quietFrom() default "21:30";

    @AttributeDefinition(description = "When it ends; the same as quietFrom for no such time")
    String quietTo() default "08:00";

    @AttributeDefinition(description = "Hours for which a message is worth telling")
    int giveUpHours() default 24;

    @AttributeDefinition(description = "Seconds after the first attempt that failed")
    int firstRetrySeconds() default 10;

    @AttributeDefinition(description = "Seconds between attempts, at most")
    int longestRetrySeconds() default 600;

    @AttributeDefinition(description = "How many messages are handed over at the same time")
    int calls() default 4;

    @AttributeDefinition(
        description =
            "Seconds after which the handing over of a message is given up; longer than the time-out"
                + " of the adapter")
    int callSeconds() default 20;

    @AttributeDefinition(
        description =
            "Seconds after which a message that was being handed over when the platform stopped is"
                + " given up as unknown; longer than callSeconds")
    int unknownSeconds() default 300;

    @AttributeDefinition(
        description = "A file with texts to say instead of those that are shipped; empty for none")
    String templatesFile() default "";
  }

  String channel() {
    return settings.channel().strip();
  }

  /** Returns who runs the platform, each once. */
  List<Contact> operations() {
    Map<String, Contact> contacts = new LinkedHashMap<>();
    Arrays.stream(settings.operations())
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(NotificationSettings::contact)
        .forEach(contact -> contacts.putIfAbsent(contact.address(), contact));
    if (contacts.size() > MOST_CONTACTS) {
      throw wrong("operations has more than " + MOST_CONTACTS + " contacts");
    }
    return List.copyOf(contacts.values());
  }

  private static Contact contact(String text) {
    int end = text.lastIndexOf(';');
    String address = end < 0 ? "" : text.substring(0, end).strip();
    String language = text.substring(end + 1).strip();
    if (address.isEmpty()
        || address.length() > Audience.LONGEST_ADDRESS
        || !address.equals(PlainText.of(address, Audience.LONGEST_ADDRESS))
        || !Templates.LANGUAGES.contains(language)) {
      throw wrong("operations is no list of address;language, with zh or en: " + text);
    }
    return new Contact(address, language);
  }

  Policy policy(ZoneId zone) {
    Duration silence = seconds("unknownSeconds", settings.unknownSeconds());
    if (silence.compareTo(timeout()) <= 0) {
      throw wrong("unknownSeconds must be more than callSeconds");
    }
    return new Policy(
        new QuietHours(
            time("quietFrom", settings.quietFrom()), time("quietTo", settings.quietTo()), zone),
        new Backoff(
            seconds("firstRetrySeconds", settings.firstRetrySeconds()),
            seconds("longestRetrySeconds", settings.longestRetrySeconds())),
        Duration.ofHours(between("giveUpHours", settings.giveUpHours(), 24 * 366)),
        silence);
  }

  int calls() {
    return between("calls", settings.calls(), MOST_CALLS);
  }

  Duration timeout() {
    return seconds("callSeconds", settings.callSeconds());
  }

  Templates templates() {
    String file = settings.templatesFile().strip();
    if (file.isEmpty()) {
      return new Templates();
    }
    try {
      return new Templates(Path.of(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PID + ": templatesFile: " + e.getMessage(), e);
    }
  }

  private static LocalTime time(String key, String value) {
    try {
      return LocalTime.parse(value.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          PID + ": " + key + " is no time such as 21:30: " + value, e);
    }
  }

  private static Duration seconds(String key, int value) {
    return Duration.ofSeconds(between(key, value, 24 * 3600));
  }

  private static int between(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw wrong(key + " is not between 1 and " + most + ": " + value);
    }
    return value;
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(PID + ": " + what);
  }
}
