package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much Java the smallest adapter is: what the archetype gives a vendor to begin with. */
final class AdapterSize {

  private static final Path ARCHETYPE =
      Path.of("adapters/archetype/src/main/resources/archetype-resources");

  /** Lines of Java, and how many of them are neither empty nor comments nor imports. */
  record Lines(long all, long code) {

    private Lines plus(Lines others) {
      return new Lines(all + others.all, code + others.code);
    }
  }

  private AdapterSize() {}

  static void tell(Report report) throws IOException {
    report.heading("Java of a minimal adapter");
    Path main = ARCHETYPE.resolve("src/main/java");
    if (!Files.isDirectory(main)) {
      report.figure("the archetype is not here", "n/a");
      return;
    }
    tell(report, "adapter", count(main));
    Path tests = ARCHETYPE.resolve("src/test/java");
    if (Files.isDirectory(tests)) {
      tell(report, "its tests", count(tests));
    }
  }

  private static void tell(Report report, String what, Lines lines) {
    report.figure(what + ": lines of code", Long.toString(lines.code));
    report.figure(what + ": lines with comments, imports and empty ones", Long.toString(lines.all));
  }

  /** Counts the lines of all Java files in a folder. */
  static Lines count(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    Lines lines = new Lines(0, 0);
    for (Path file : files) {
      lines = lines.plus(count(Files.readAllLines(file)));
    }
    return lines;
  }

  /** Counts the lines of a file. The archetype's own directives count as comments. */
  static Lines count(List<String> text) {
    long code = 0;
    boolean comment = false;
    for (String line : text) {
      String words = line.strip();
      comment |= words.startsWith("/*");
      if (!comment && !words.isEmpty() && !words.matches("(//|#|import |package ).*")) {
        code++;
      }
      comment &= !words.contains("*/");
    }
    return new Lines(text.size(), code);
  }
}
