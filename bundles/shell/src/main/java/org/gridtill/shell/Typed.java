package org.gridtill.shell;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;

/** What somebody typed behind a command's name, without what must not be kept. */
final class Typed {

  /** People's phone numbers: in China, eleven digits that begin with 1. */
  private static final Pattern PHONE =
      Pattern.compile("(?<![0-9])(1[0-9]{2})[0-9]{4}([0-9]{4})(?![0-9])");

  private static final String SECRET = "***";

  private final Object command;
  private final List<Field> fields = new ArrayList<>();

  Typed(Object command) {
    this.command = command;
    for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
      fields.addAll(0, List.of(type.getDeclaredFields()));
    }
  }

  /** Returns the first argument, which names what a command is about; empty without arguments. */
  String subject() {
    return arguments().stream()
        .findFirst()
        .map(field -> value(field, field.getAnnotation(Argument.class).censor()))
        .orElse("");
  }

  /** Returns all arguments, and the options that were given, with their names. */
  String details() {
    List<String> words = new ArrayList<>();
    for (Field field : fields) {
      Option option = field.getAnnotation(Option.class);
      if (option != null) {
        String value = value(field, option.censor());
        if (!value.isEmpty() && !value.equals("false")) {
          words.add(option.name() + (value.equals("true") ? "" : " " + quoted(value)));
        }
      }
    }
    for (Field field : arguments()) {
      Argument argument = field.getAnnotation(Argument.class);
      String value = value(field, argument.censor());
      if (!value.isEmpty()) {
        words.add(argument.name() + '=' + quoted(value));
      }
    }
    return PHONE.matcher(String.join(" ", words)).replaceAll("$1****$2");
  }

  private List<Field> arguments() {
    return fields.stream()
        .filter(field -> field.isAnnotationPresent(Argument.class))
        .sorted(Comparator.comparingInt(field -> field.getAnnotation(Argument.class).index()))
        .toList();
  }

  private static String quoted(String value) {
    return value.contains(" ") ? '"' + value + '"' : value;
  }

  private String value(Field field, boolean secret) {
    try {
      field.setAccessible(true);
      Object value = field.get(command);
      if (value == null) {
        return "";
      }
      return secret ? SECRET : words(value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String words(Object value) {
    if (value instanceof Collection<?> several) {
      return String.join(",", several.stream().map(String::valueOf).toList());
    }
    if (value.getClass().isArray()) {
      List<String> several = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        several.add(String.valueOf(Array.get(value, i)));
      }
      return String.join(",", several);
    }
    return value.toString();
  }
}
