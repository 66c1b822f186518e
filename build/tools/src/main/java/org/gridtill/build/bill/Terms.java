package org.gridtill.build.bill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the distribution may be made of: a file with lines {@code allow LICENSE -- REASON}, {@code
 * spell TEXT = LICENSES -- REASON} and {@code state GROUP:ARTIFACT = LICENSES -- REASON}. It
 * remembers which lines were of use, so that none outlives its reason. Not thread-safe.
 */
final class Terms {

  private final Map<String, String> allowed = new HashMap<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final Map<String, String> statements = new HashMap<>();
  private final Set<String> unused = new TreeSet<>();

  static Terms read(Path file) throws IOException {
    return parse(Files.readAllLines(file));
  }

  /**
   * Reads the lines of a file.
   *
   * @throws IllegalArgumentException naming the first line that is wrong
   */
  static Terms parse(List<String> lines) {
    Terms terms = new Terms();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        terms.add(line.strip());
      }
    }
    return terms;
  }

  private void add(String line) {
    String[] halves = line.split(" -- ", 2);
    String[] words = halves[0].strip().split("\\s+", 2);
    if (halves.length < 2 || halves[1].isBlank() || words.length < 2) {
      throw new IllegalArgumentException("'" + line + "' is not KIND TEXT -- REASON");
    }
    String text = words[1].strip();
    boolean isNew;
    if (words[0].equals("allow")) {
      isNew = allowed.put(text, line) == null;
      unused.add("allow " + text);
    } else {
      int equals = text.lastIndexOf(" = ");
      if (equals < 0) {
        throw new IllegalArgumentException("'" + line + "' has no ' = '");
      }
      String name = text.substring(0, equals).strip();
      String value = text.substring(equals + 3).strip();
      isNew =
          switch (words[0]) {
            case "spell" -> spellings.put(name, value) == null;
            case "state" -> statements.put(name, value) == null;
            default -> throw new IllegalArgumentException("'" + words[0] + "' is no kind of line");
          };
      unused.add(words[0] + " " + name);
    }
    if (!isNew) {
      throw new IllegalArgumentException("'" + line + "' is there twice");
    }
  }

  /**
   * Returns under which licenses something is, as an SPDX expression; empty if nobody knows. What
   * is stated of exactly this one is better than what the jar says, since a jar that packs others
   * often names its own license only; and what a jar says is better than what is stated of a whole
   * group.
   */
  Optional<String> licenseOf(Part part) {
    String key = part.coordinates().key();
    return stated(key)
        .or(() -> spelled(part.said()))
        .or(
            () ->
                part.said().isEmpty()
                    ? statedOfGroup(part.coordinates().group())
                    : Optional.empty());
  }

  private Optional<String> stated(String key) {
    unused.remove("state " + key);
    return Optional.ofNullable(statements.get(key));
  }

  private Optional<String> spelled(String text) {
    unused.remove("spell " + text);
    return Optional.ofNullable(spellings.get(text));
  }

  private Optional<String> statedOfGroup(String group) {
    Optional<String> found = stated(group + ":*");
    for (String rest = group; found.isEmpty() && rest.contains("."); ) {
      rest = rest.substring(0, rest.lastIndexOf('.'));
      found = stated(rest + ".*:*");
    }
    return found;
  }

  /** Tells whether one of the alternatives has only licenses that are allowed. */
  boolean isAllowed(String expression) {
    return alternatives(expression).stream().anyMatch(this::areAllAllowed);
  }

  /**
   * Returns the licenses that the platform makes use of: those of the first alternative that will
   * do.
   */
  Set<String> chosen(String expression) {
    return alternatives(expression).stream()
        .filter(this::areAllAllowed)
        .findFirst()
        .orElse(Set.of());
  }

  private boolean areAllAllowed(Set<String> licenses) {
    if (!allowed.keySet().containsAll(licenses)) {
      return false;
    }
    licenses.forEach(license -> unused.remove("allow " + license));
    return true;
  }

  private static List<Set<String>> alternatives(String expression) {
    return List.of(expression.split(" OR ")).stream()
        .<Set<String>>map(all -> new HashSet<>(List.of(all.strip().split(" AND "))))
        .toList();
  }

  /** Returns the lines that nothing has needed so far, by their beginnings, in order. */
  Set<String> unused() {
    return new TreeSet<>(unused);
  }
}
