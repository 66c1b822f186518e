package org.gridtill.audit;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that somebody typed into Karaf's shell, as the trail keeps it. */
final class TypedLine {

  /** What begins another command in a line. */
  private static final Pattern SEPARATOR = Pattern.compile("[;|&{}\\r\\n]+");

  /** Commands that look, or are of the session alone, with or without their scope. */
  private static final Pattern LOOKS =
      Pattern.compile(
          "(?:[a-z]+:)?(?:(?:[a-z]+-)*(?:list|info|show|display|get|exists|status|tail|head|help"
              + "|diag|headers|id|services|capabilities|requirements|classes|find-class|details"
              + "|components|imports|exports|version|threads|meta|whoami)"
              + "|echo|clear|date|logout|exit|if|history|grep|sort|wc|less|more|tac|man|type"
              + "|display-exception|state-machine|trial-balance)");

  /** Those of the platform, which record themselves. */
  private static final String OWN = "gridtill:";

  /** Commands of whose lines nothing is kept, since a part of a secret may be anywhere in them. */
  private static final Pattern SILENT =
      Pattern.compile(
          "password-change|terminal-key|key-load|key-generate|key-rotate|vault-open|card-issue"
              + "|card-pin|jaas:[a-z-]+");

  /** What may be the name of a secret, or hold one. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)pass|secret|pwd|token|component|--old|--new|-p");

  /** A word, of which parts may be quoted; a quote that is never closed goes on to the end. */
  private static final Pattern WORD =
      Pattern.compile("(?:\"[^\"]*+(?:\"|\\z)|'[^']*+(?:'|\\z)|[^\\s\"']++)++");

  private static final Pattern BLANK = Pattern.compile("\\s");
  private static final String MASK = "***";

  /** No command has so long a name. */
  private static final int LONGEST_NAME = 100;

  private final String line;

  TypedLine(String line) {
    this.line = line.strip();
  }

  /** Tells whether it does more than look, as far as its words say; in doubt it does. */
  boolean isKept() {
    return line.contains(">") || commands().stream().anyMatch(word -> !isLeftOut(word));
  }

  private static boolean isLeftOut(String word) {
    return word.startsWith(OWN) || word.length() <= LONGEST_NAME && LOOKS.matcher(word).matches();
  }

  private List<String> commands() {
    return Arrays.stream(SEPARATOR.split(line))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(part -> part.split("\\s+")[0])
        .toList();
  }

  /** Returns the first command that is kept. */
  String act() {
    Matcher silent = SILENT.matcher(line);
    return silent.find() ? silent.group() : firstKept();
  }

  /** Returns the first command, whatever it is. */
  String first() {
    return SILENT.matcher(line).find() ? act() : commands().stream().findFirst().orElse("shell");
  }

  private String firstKept() {
    return commands().stream().filter(word -> !isLeftOut(word)).findFirst().orElse("shell");
  }

  /** Returns the line without what looks like a secret. */
  String words() {
    if (SILENT.matcher(line).find()) {
      return act() + ' ' + MASK;
    }
    Unmasked last = new Unmasked();
    return WORD.matcher(line).replaceAll(word -> Matcher.quoteReplacement(last.next(word.group())));
  }

  /** Goes from word to word, and masks what follows the name of a secret. */
  private static final class Unmasked {

    private boolean named;

    String next(String word) {
      boolean value = named;
      if (value && word.equals("=")) {
        return word;
      }
      Matcher secret = SECRET.matcher(word);
      boolean found = secret.find();
      int at = word.indexOf('=');
      // A value may be the name of the next one: rather too much is masked than too little.
      named = found && (at < 0 || at == word.length() - 1);
      if (value) {
        return word.startsWith("=") ? '=' + MASK : MASK;
      }
      if (found && BLANK.matcher(word).find()) {
        // A command of its own, in quotes.
        return word.substring(0, secret.end()) + MASK;
      }
      return found && !named ? word.substring(0, at + 1) + MASK : word;
    }
  }
}
