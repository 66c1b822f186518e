package org.gridtill.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.gridtill.tests.architecture.TreeScanner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The layouts of the distribution's logs, as shipped, with what somebody might want in there. */
class LogLayoutTest {

  private static final String FILE = "log4j2.pattern";
  private static final String CONSOLE = "log4j2.outpattern";
  private static final String SECURITY = "log4j2.appender.audit.layout.pattern";
  private static final String FORGED = "2026-11-28T12:00:00,000 | ERROR | forged";

  private static final Map<String, String> EDITS = new HashMap<>();

  @BeforeAll
  static void readEdits() throws Exception {
    Path file =
        TreeScanner.rootOfThisTree()
            .resolve("karaf-assembly/src/main/karaf/assembly-property-edits.xml");
    NodeList edits =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("edit");
    for (int i = 0; i < edits.getLength(); i++) {
      Element edit = (Element) edits.item(i);
      EDITS.put(text(edit, "key"), text(edit, "value"));
    }
    assertThat(EDITS)
        .containsEntry("log4j2.appender.rolling.layout.alwaysWriteExceptions", "false")
        .containsEntry("log4j2.appender.console.layout.alwaysWriteExceptions", "false")
        .containsEntry("log4j2.appender.audit.layout.alwaysWriteExceptions", "false");
  }

  @ParameterizedTest
  @ValueSource(strings = {FILE, CONSOLE, SECURITY})
  void aMessageIsOneLineOfHarmlessCharacters(String layout) {
    for (String bad : List.of("\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085", "\u000B", "\f")) {
      String logged = format(layout, "a" + bad + FORGED, null);
      assertThat(logged.lines()).as("%s", bad.codePointAt(0)).hasSize(1);
      assertThat(logged.split("\\R")).hasSize(1);
    }
    assertThat(format(layout, "a\u001B[2J\u009B1mb\u0007\u0000", null)).contains("a?[2J?1mb??");
    assertThat(format(layout, "pay\u202E001\u2066\u200F\uFEFFx", null)).contains("pay?001???x");
    assertThat(format(layout, "\u738B\u5C0F\u660E, \u00E9, 10.00", null))
        .as("what is text stays")
        .contains("\u738B\u5C0F\u660E, \u00E9, 10.00");
  }

  /** Karaf names threads after what somebody types. */
  @ParameterizedTest
  @ValueSource(strings = {FILE, CONSOLE})
  void theNameOfAThreadIsAsHarmless(String layout) {
    Thread thread = Thread.currentThread();
    String before = thread.getName();
    thread.setName("pipe-\n" + FORGED + "\u001B[31m\u2028 13812345678");
    try {
      String logged = format(layout, "a", null);
      assertThat(logged.split("\\R")).hasSize(1);
      assertThat(logged).contains("pipe-?").contains("?[31m? 138****5678");
    } finally {
      thread.setName(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FILE, CONSOLE})
  void noLineOfAnExceptionLooksLikeOneOfTheLog(String layout) {
    Exception cause = new IllegalStateException("x\n" + FORGED + "\r\n" + FORGED);
    Exception failure =
        new IllegalArgumentException("\u001B[31m\u202E13812345678\n" + FORGED, cause);
    failure.addSuppressed(new RuntimeException(FORGED + "\u2028" + FORGED));

    List<String> lines = List.of(format(layout, "failed", failure).split("\\R"));

    assertThat(lines.get(0)).endsWith("failed");
    assertThat(lines.subList(1, lines.size()))
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.startsWith("    | "));
    String all = String.join("\n", lines);
    assertThat(all)
        .contains("IllegalArgumentException: ?[31m?138****5678")
        .contains("Caused by: java.lang.IllegalStateException")
        .contains("LogLayoutTest")
        .doesNotContain("\u001B", "\u202E", "\u2028", "\r");
  }

  @ParameterizedTest
  @ValueSource(strings = {FILE, CONSOLE, SECURITY})
  void phonesAndCardsAreMaskedAndNothingElse(String layout) {
    assertThat(
            format(
                layout,
                "to 13812345678, +8613912345678: 6214830012345678905 or 6214830012345",
                null))
        .contains("to 138****5678, +86139****5678: 621483***8905 or 6214830012345");
    String kept = "serial 000000000012, batch 000001, 2026-11-28, 460001234567890";
    assertThat(format(layout, kept, null)).contains(kept);
  }

  private static String format(String layout, String message, Throwable thrown) {
    return PatternLayout.newBuilder()
        .withConfiguration(new DefaultConfiguration())
        .withPattern(EDITS.get(layout))
        .withAlwaysWriteExceptions(false)
        .build()
        .toSerializable(
            Log4jLogEvent.newBuilder()
                .setLoggerName("org.gridtill.Test")
                .setLevel(Level.WARN)
                .setMessage(new SimpleMessage(message))
                .setThrown(thrown)
                .build());
  }

  private static String text(Element edit, String name) {
    return edit.getElementsByTagName(name).item(0).getTextContent();
  }
}
