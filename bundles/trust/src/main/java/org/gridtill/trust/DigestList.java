package org.gridtill.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SHA-256 digests of files, as {@code sha256sum} writes them. Immutable. */
final class DigestList {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  static final DigestList EMPTY = new DigestList(Set.of());

  private final Set<String> digests;

  private DigestList(Set<String> digests) {
    this.digests = digests;
  }

  /**
   * Reads a list. Empty lines and those that begin with # mean nothing.
   *
   * @param file need not be there; the list is empty then
   * @throws IOException if it cannot be read, or a line begins with no digest
   */
  static DigestList read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return EMPTY;
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      Set<String> words =
          lines
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(line -> line.split("\\s", 2)[0].toLowerCase(Locale.ROOT))
              .collect(Collectors.toUnmodifiableSet());
      for (String word : words) {
        if (!DIGEST.matcher(word).matches()) {
          throw new IOException(file + " has a line that begins with no SHA-256: " + word);
        }
      }
      return new DigestList(words);
    } catch (UncheckedIOException e) {
      throw new IOException(file + " cannot be read", e);
    }
  }

  boolean contains(String digest) {
    return digests.contains(digest);
  }

  boolean isEmpty() {
    return digests.isEmpty();
  }
}
