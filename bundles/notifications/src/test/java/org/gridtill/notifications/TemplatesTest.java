package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

  private static final int SHORT_MESSAGE = 70;

  private static final Map<NoticeKind, List<String>> USUAL =
      Map.ofEntries(
          Map.entry(NoticeKind.CREDIT_LEVEL, List.of("A001", "90", "45000.00", "50000.00")),
          Map.entry(
              NoticeKind.LIMIT_CHANGED,
              List.of("A001/C01", "50000.00", "100000.00", "zhangsan", "lisi")),
          Map.entry(
              NoticeKind.SUSPENDED, List.of("A001/C01", "the money of 2026-11-23 has not arrived")),
          Map.entry(NoticeKind.RESUMED, List.of("A001/C01")),
          Map.entry(NoticeKind.OWN_MONEY_ARRIVED, List.of("A001", "50000.00", "61234.56")),
          Map.entry(NoticeKind.REMITTANCE_ARRIVED, List.of("A001", "20261123000001", "61234.56")),
          Map.entry(
              NoticeKind.REMITTANCE_SHORT, List.of("A001", "20261123000001", "61234.56", "100.00")),
          Map.entry(NoticeKind.REMITTANCE_LATE, List.of("A001", "2026-11-23")),
          Map.entry(NoticeKind.REVERSED, List.of("A001", "263280000001", "0100000001", "1463.22")),
          Map.entry(NoticeKind.BANK_UNMATCHED, List.of("2026112300000000001", "61234.56")),
          Map.entry(NoticeKind.BOOKS_WRONG, List.of("trial-balance", "off by 0.01")));

  @TempDir Path temp;

  static Stream<Arguments> everything() {
    return Templates.LANGUAGES.stream()
        .flatMap(
            language ->
                Arrays.stream(NoticeKind.values()).map(kind -> Arguments.of(language, kind)));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyKindIsSaidWithAllItsValuesAndNoOthers(String language, NoticeKind kind)
      throws IOException {
    List<String> values =
        IntStream.range(0, kind.placeholders()).mapToObj(i -> "<" + i + "'{0}>").toList();

    String text = new Templates().text(kind, language, values);

    assertThat(text).contains(values).doesNotContain("null");
    String rest = text;
    for (String value : values) {
      rest = rest.replace(value, "");
    }
    assertThat(rest).doesNotContain("{", "}", "<", "'");
    assertThat(shipped(language).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(NoticeKind.values()).map(NoticeKind::name).toList());
  }

  private static Properties shipped(String language) throws IOException {
    Properties texts = new Properties();
    String name = "notices_" + language + ".properties";
    try (InputStream in = Templates.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }

  @ParameterizedTest
  @MethodSource("everything")
  void whatIsUsualFitsIntoOneShortMessage(String language, NoticeKind kind) {
    String text = new Templates().text(kind, language, USUAL.get(kind));

    assertThat(text).hasSizeLessThanOrEqualTo(language.equals("zh") ? SHORT_MESSAGE : 160);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar", "zh"})
  void theMachinesLanguageIsNobodys(String machine) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(machine));
    try {
      List<String> values = USUAL.get(NoticeKind.REVERSED);
      assertThat(new Templates().text(NoticeKind.REVERSED, "en", values))
          .isEqualTo(
              "Transaction 263280000001 of agency A001 was reversed: consumer 0100000001, 1463.22"
                  + " yuan.");
      assertThat(new Templates().text(NoticeKind.REVERSED, "fr", values))
          .isEqualTo("代收单位A001的交易263280000001已冲正：户号0100000001，金额1463.22元。");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aFileSaysItInstead() throws IOException {
    Path file = Files.writeString(temp.resolve("notices"), "en.RESUMED = {0} isn''t suspended\n");

    Templates templates = new Templates(file);

    assertThat(templates.text(NoticeKind.RESUMED, "en", List.of("A001")))
        .isEqualTo("A001 isn't suspended");
    assertThat(templates.text(NoticeKind.RESUMED, "zh", List.of("A001"))).isEqualTo("A001已恢复收费。");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "RESUMED = x, there is no text RESUMED; one is named like en.REVERSED",
        "de.RESUMED = x, there is no text de.RESUMED; one is named like en.REVERSED",
        "en.OTHER = x, there is no text en.OTHER; one is named like en.REVERSED",
        "en.RESUMED = {1}, en.RESUMED has no {1}",
        "en.RESUMED = {0;number}, \"en.RESUMED may name its values only, such as {0}\"",
        "en.RESUMED = {x}, \"en.RESUMED is no pattern: can't parse argument number: x\"",
      })
  void aWrongFileIsRefused(String line, String words) throws IOException {
    Path file = Files.writeString(temp.resolve("notices"), line.replace(';', ','));
    assertThatThrownBy(() -> new Templates(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  @Test
  void aMissingFileIsRefused() {
    Path file = temp.resolve("missing");
    assertThatThrownBy(() -> new Templates(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cannot read " + file);
  }
}
