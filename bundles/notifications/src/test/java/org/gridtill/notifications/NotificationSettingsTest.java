package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.gridtill.api.platform.credit.Agencies.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationSettingsTest {

  /** Settings as they come without a file, but for some. */
  static NotificationSettings.Settings settings(Map<String, Object> changed) {
    return (NotificationSettings.Settings)
        Proxy.newProxyInstance(
            NotificationSettings.Settings.class.getClassLoader(),
            new Class<?>[] {NotificationSettings.Settings.class},
            (proxy, method, arguments) ->
                changed.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  private static void useAll(NotificationSettings settings) {
    settings.channel();
    settings.operations();
    settings.policy(Post.ZONE);
    settings.calls();
    settings.timeout();
    settings.templates();
  }

  @Test
  void withoutAFileTheyAreAsDocumented() {
    NotificationSettings settings = new NotificationSettings(settings(Map.of()));

    assertThat(settings.channel()).isEmpty();
    assertThat(settings.operations()).isEmpty();
    assertThat(settings.calls()).isEqualTo(4);
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.policy(Post.ZONE))
        .isEqualTo(
            new Policy(
                new QuietHours(LocalTime.of(21, 30), LocalTime.of(8, 0), Post.ZONE),
                new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10)),
                Duration.ofHours(24),
                Duration.ofMinutes(5)));
  }

  @Test
  void operationsMayComeInOneTextOrInSeveral() {
    String[] several = {"13800000000;zh , ops@example.org;en,", "13800000000;en"};

    assertThat(new NotificationSettings(settings(Map.of("operations", several))).operations())
        .containsExactly(new Contact("13800000000", "zh"), new Contact("ops@example.org", "en"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quietFrom | 25:00 | quietFrom is no time such as 21:30: 25:00",
        "quietTo | '' | quietTo is no time such as 21:30: ",
        "giveUpHours | 0 | giveUpHours is not between 1 and 8784: 0",
        "firstRetrySeconds | 0 | firstRetrySeconds is not between 1 and 86400: 0",
        "longestRetrySeconds | -1 | longestRetrySeconds is not between 1 and 86400: -1",
        "calls | 65 | calls is not between 1 and 64: 65",
        "callSeconds | 0 | callSeconds is not between 1 and 86400: 0",
        "unknownSeconds | 20 | unknownSeconds must be more than callSeconds",
        "operations | 1;fr | operations is no list of address;language, with zh or en: 1;fr",
        "operations | zh | operations is no list of address;language, with zh or en: zh",
        "operations | ;zh | operations is no list of address;language, with zh or en: ;zh",
      })
  void whatIsWrongIsRefusedByName(String key, String value, String words) {
    Object typed =
        switch (key) {
          case "operations" -> new String[] {value};
          case "quietFrom", "quietTo" -> value;
          default -> Integer.valueOf(value);
        };
    NotificationSettings settings = new NotificationSettings(settings(Map.of(key, typed)));
    assertThatThrownBy(() -> useAll(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("org.gridtill.notifications: " + words.stripTrailing() + suffix(words, value));
  }

  /** The reader of the table drops the blank at the end of a line. */
  private static String suffix(String words, String value) {
    return value.isEmpty() && words.endsWith(":") ? " " : "";
  }

  @Test
  void aTemplatesFileThatIsNotThereIsRefusedByName() {
    NotificationSettings settings =
        new NotificationSettings(settings(Map.of("templatesFile", "/no/such/file")));
    assertThatThrownBy(() -> useAll(settings))
        .hasMessageStartingWith("org.gridtill.notifications: templatesFile: cannot read");
  }

  @Test
  void tooManyContactsAreRefused() {
    String[] many = new String[11];
    for (int i = 0; i < many.length; i++) {
      many[i] = i + ";zh";
    }
    NotificationSettings settings = new NotificationSettings(settings(Map.of("operations", many)));
    assertThatThrownBy(() -> useAll(settings))
        .hasMessage("org.gridtill.notifications: operations has more than 10 contacts");
  }
}
