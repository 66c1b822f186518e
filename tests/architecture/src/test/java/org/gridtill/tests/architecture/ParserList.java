package org.gridtill.tests.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which parser is fuzzed by which target. A line is {@code CLASS = TARGET}, or {@code CLASS: WHY}
 * for one that needs none.
 *
 * @param parsers all classes that have a line
 * @param mistakes what is wrong with the list itself, and with the targets
 */
record ParserList(Set<String> parsers, List<String> mistakes) {

  static final String FILE = "tests/fuzz/parsers.txt";

  private static final String TARGETS = "tests/fuzz/src/test/java";

  /** Reads the list of a tree, and looks for its targets. */
  static ParserList read(Path root) throws IOException {
    List<String> mistakes = new ArrayList<>();
    Map<String, String> lines = new TreeMap<>();
    for (String line : Files.readAllLines(root.resolve(FILE))) {
      String[] parts = line.split("\\s*[=:]\\s*", 2);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (parts.length < 2 || parts[1].isBlank()) {
        mistakes.add(FILE + ": neither a target nor a reason: " + line);
      } else if (lines.put(parts[0], line.contains("=") ? parts[1] : "") != null) {
        mistakes.add(FILE + ": twice: " + parts[0]);
      }
    }
    Set<String> unused = targets(root.resolve(TARGETS));
    for (String target : new TreeSet<>(lines.values())) {
      unused.remove(target);
      if (!target.isEmpty() && !isTarget(root, target)) {
        mistakes.add(FILE + ": there is no fuzz target " + target);
      }
    }
    unused.forEach(target -> mistakes.add(FILE + ": no parser names the target " + target));
    return new ParserList(lines.keySet(), mistakes);
  }

  private static boolean isTarget(Path root, String target) throws IOException {
    Path source = root.resolve(TARGETS).resolve(target.replace('.', '/') + ".java");
    return Files.exists(source) && Files.readString(source).contains("@FuzzTest");
  }

  private static Set<String> targets(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Set<String> targets = new TreeSet<>();
      files
          .map(file -> folder.relativize(file).toString())
          .filter(name -> name.matches("(.*/)?Fuzz[^/]*Test\\.java"))
          .forEach(name -> targets.add(name.replace(".java", "").replace('/', '.')));
      return targets;
    }
  }
}
