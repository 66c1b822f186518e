package org.gridtill.api.adapter.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;

/**
 * A message in lines such as {@code consumer=0100000001}: a name, an equals sign, a value, a line
 * feed. A name begins with a lower-case letter and goes on with letters and digits; a value is any
 * text without control characters; the same name may stand in several lines. Immutable.
 */
public final class TextMessage {

  /** The name that is kept for the message authentication code. */
  static final String CODE = "mac";

  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,31}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final List<Line> lines;

  private record Line(String name, String value) {}

  private TextMessage(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /** Starts a message with the {@linkplain #with line} of that name and value. */
  public static TextMessage of(String name, Object value) {
    return new TextMessage(List.of()).with(name, value);
  }

  /**
   * Reads lines.
   *
   * @throws IllegalArgumentException if one is no line, telling its number
   */
  static TextMessage parse(List<String> texts) {
    List<Line> lines = new ArrayList<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 0 || !isName(text.substring(0, equals)) || CONTROL.matcher(text).find()) {
        throw new IllegalArgumentException("wrong line " + (lines.size() + 1));
      }
      lines.add(new Line(text.substring(0, equals), text.substring(equals + 1)));
    }
    return new TextMessage(lines);
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches() && !name.equals(CODE);
  }

  /**
   * Returns this message and one more line.
   *
   * @param name the line's name
   * @param value its value; of a text with line feeds, each line becomes one of the message, and
   *     other control characters become spaces
   * @throws IllegalArgumentException if that is no name, or {@code mac}
   */
  public TextMessage with(String name, Object value) {
    if (!isName(name)) {
      throw new IllegalArgumentException("no name of a line: " + name);
    }
    List<Line> more = new ArrayList<>(lines);
    for (String line : value.toString().split("\n", -1)) {
      more.add(new Line(name, CONTROL.matcher(line).replaceAll(" ")));
    }
    return new TextMessage(more);
  }

  /** Returns this message and one more line, whose value is bytes in hexadecimal digits. */
  public TextMessage with(String name, byte[] value) {
    return with(name, HEX.formatHex(value));
  }

  /** Returns this message and then the lines of the other. */
  public TextMessage with(TextMessage other) {
    List<Line> more = new ArrayList<>(lines);
    more.addAll(other.lines);
    return new TextMessage(more);
  }

  /** Tells whether there is a line of that name. */
  public boolean has(String name) {
    return lines.stream().anyMatch(line -> line.name().equals(name));
  }

  /** Returns the values of all lines of that name, in their order. */
  public List<String> texts(String name) {
    return lines.stream().filter(line -> line.name().equals(name)).map(Line::value).toList();
  }

  /**
   * Returns the value of the line of that name.
   *
   * @throws IllegalArgumentException if there is no such line, or more than one
   */
  public String text(String name) {
    List<String> found = texts(name);
    if (found.size() != 1) {
      throw new IllegalArgumentException((found.isEmpty() ? "no " : "more than one ") + name);
    }
    return found.get(0);
  }

  /**
   * Returns an amount in yuan, such as {@code 12.34}.
   *
   * @throws IllegalArgumentException if there is not one line of that name, or it is no amount
   */
  public Money amount(String name) {
    String yuan = text(name);
    try {
      return Money.parse(yuan);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("wrong " + name, e);
    }
  }

  /**
   * Returns a consumer's number.
   *
   * @throws IllegalArgumentException if there is not one line of that name, or it is no number
   */
  public ConsumerNo consumer(String name) {
    return new ConsumerNo(text(name));
  }

  /** Returns the message as it is sent, in UTF-8, without a message authentication code. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the lines, each with its line feed. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.name()).append('=').append(line.value()).append('\n'));
    return text.toString();
  }
}
