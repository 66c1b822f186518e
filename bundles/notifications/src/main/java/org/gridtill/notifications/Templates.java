package org.gridtill.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import org.gridtill.api.platform.notifications.NoticeKind;

/**
 * What is said, in each language: as shipped, or as a file of operations has it. Values are printed
 * as they are, so that an amount stays what the books say.
 */
final class Templates {

  static final String CHINESE = "zh";
  static final String ENGLISH = "en";
  static final Set<String> LANGUAGES = Set.of(CHINESE, ENGLISH);

  private final Map<String, String> patterns = new HashMap<>();

  /** The shipped ones. */
  Templates() {
    for (String language : LANGUAGES) {
      ResourceBundle shipped = shipped(language);
      for (NoticeKind kind : NoticeKind.values()) {
        patterns.put(key(language, kind.name()), shipped.getString(kind.name()));
      }
    }
  }

  /**
   * The shipped ones, and those of a file instead of some of them.
   *
   * @param file properties in UTF-8, by language and kind, such as {@code en.REVERSED}
   * @throws IllegalArgumentException if it cannot be read, or one of them is wrong; names the key
   */
  Templates(Path file) {
    this();
    read(file)
        .forEach(
            (key, pattern) -> {
              check(key.toString(), pattern.toString());
              patterns.put(key.toString(), pattern.toString());
            });
  }

  /**
   * Reads the resource by itself. The lookup of {@link ResourceBundle} falls back to the language
   * of the machine, which is nobody's here.
   */
  private static ResourceBundle shipped(String language) {
    String name = "notices_" + language + ".properties";
    try (InputStream in = Templates.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new MissingResourceException("no " + name, Templates.class.getName(), name);
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties read(Path file) {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + e, e);
    }
    return texts;
  }

  private static void check(String key, String pattern) {
    int dot = key.indexOf('.');
    NoticeKind kind =
        Arrays.stream(NoticeKind.values())
            .filter(known -> known.name().equals(key.substring(dot + 1)))
            .findFirst()
            .filter(known -> dot > 0 && LANGUAGES.contains(key.substring(0, dot)))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no text " + key + "; one is named like en.REVERSED"));
    Format[] formats;
    try {
      formats = new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + " is no pattern: " + e.getMessage(), e);
    }
    if (formats.length > kind.placeholders()) {
      throw new IllegalArgumentException(key + " has no {" + (formats.length - 1) + "}");
    }
    if (!Arrays.stream(formats).allMatch(Objects::isNull)) {
      throw new IllegalArgumentException(key + " may name its values only, such as {0}");
    }
  }

  /** Returns the text; in Chinese for a language that there is none in. */
  String text(NoticeKind kind, String language, List<String> values) {
    String known = LANGUAGES.contains(language) ? language : CHINESE;
    String pattern = patterns.get(key(known, kind.name()));
    return new MessageFormat(pattern, Locale.ROOT).format(values.toArray());
  }

  private static String key(String language, String kind) {
    return language + '.' + kind;
  }
}
