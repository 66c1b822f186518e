package org.gridtill.build.same;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares what two builds of the same sources have made, byte by byte. Usage: FIRST SECOND, the
 * root folders of two trees; what the second has made, the first must have made too.
 */
public final class CompareBuilds {

  private static final Pattern MADE =
      Pattern.compile(
          "(.*/)?target/([^/]+\\.jar|[^/]+\\.tar\\.gz|feature/feature\\.xml|assembly/bom\\.json)");

  private final Path first;
  private final Path second;

  CompareBuilds(Path first, Path second) {
    this.first = first;
    this.second = second;
  }

  /**
   * Compares.
   *
   * @throws IllegalStateException naming each file that differs, and where
   */
  public static void main(String[] arguments) throws IOException {
    CompareBuilds builds = new CompareBuilds(Path.of(arguments[0]), Path.of(arguments[1]));
    List<Path> made = builds.made();
    List<String> differences = builds.differences(made);
    if (!differences.isEmpty()) {
      throw new IllegalStateException(
          "two builds of the same sources differ:\n  " + String.join("\n  ", differences));
    }
    System.out.println("Two builds made the same bytes: " + made.size() + " files");
  }

  /**
   * Returns what the second build has made, in order.
   *
   * @throws IOException if no distribution is among it
   */
  List<Path> made() throws IOException {
    List<Path> made;
    try (Stream<Path> files = Files.walk(second)) {
      made =
          files
              .filter(Files::isRegularFile)
              .map(second::relativize)
              .filter(file -> MADE.matcher(file.toString().replace('\\', '/')).matches())
              .sorted()
              .toList();
    }
    if (made.stream().noneMatch(file -> file.toString().endsWith(".tar.gz"))) {
      throw new IOException("the second build has made no distribution in " + second);
    }
    return made;
  }

  /** Returns a sentence for each file that is not the same. */
  List<String> differences(List<Path> made) throws IOException {
    List<String> differences = new ArrayList<>();
    for (Path file : made) {
      Path one = first.resolve(file);
      Path other = second.resolve(file);
      if (!Files.exists(one)) {
        differences.add(file + " was made by the second build only");
      } else if (Files.mismatch(one, other) >= 0) {
        differences.add(file + ": " + where(Archive.entries(one), Archive.entries(other)));
      }
    }
    return differences;
  }

  private static String where(List<Entry> one, List<Entry> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      Entry a = one.get(i);
      Entry b = other.get(i);
      if (!a.name().equals(b.name())) {
        return "entry %d is %s in one and %s in the other".formatted(i + 1, a.name(), b.name());
      }
      if (!a.sha256().equals(b.sha256())) {
        return "the content of " + a.name() + " differs";
      }
      if (!a.attributes().equals(b.attributes())) {
        return "%s has %s in one and %s in the other"
            .formatted(a.name(), a.attributes(), b.attributes());
      }
    }
    return one.size() == other.size()
        ? "the bytes differ, but no name, content or time; perhaps the rights, by another umask"
        : "one has %d entries and the other %d".formatted(one.size(), other.size());
  }
}
