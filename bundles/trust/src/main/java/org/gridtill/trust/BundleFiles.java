package org.gridtill.trust;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the very file from which Felix loads a bundle. What stands at the bundle's location may be
 * another one by now; the copy in the framework's cache, which only the platform's user can write,
 * is what is loaded. OSGi has no way to ask for it, so this knows how Felix 7 lays out its cache:
 * {@code bundleID/versionREFRESH.REVISION/} with the highest numbers holds {@code bundle.jar}, or a
 * {@code revision.location} that refers to a file elsewhere.
 */
final class BundleFiles {

  private static final Pattern REVISION = Pattern.compile("version(\\d{1,9})\\.(\\d{1,9})");
  private static final String COPY = "bundle.jar";
  private static final String LOCATION = "revision.location";
  private static final String REFERENCE = "reference:";

  /**
   * A bundle's file.
   *
   * @param referred whether it stands outside of the cache, so that it can change unnoticed
   */
  record BundleFile(Path path, boolean referred) {}

  private final Path cache;

  /** Makes one for the framework whose cache stands in this folder. */
  BundleFiles(Path cache) {
    this.cache = cache;
  }

  /**
   * Returns the file of the bundle of that number.
   *
   * @throws IOException if there is none, or it is a folder
   */
  BundleFile of(long bundleId) throws IOException {
    Path revision = currentRevision(cache.resolve("bundle" + bundleId));
    Path copy = revision.resolve(COPY);
    BundleFile file =
        Files.exists(copy)
            ? new BundleFile(copy, false)
            : new BundleFile(referred(revision.resolve(LOCATION)), true);
    if (!Files.isRegularFile(file.path())) {
      throw new IOException(file.path() + " is no jar");
    }
    return file;
  }

  private static Path currentRevision(Path bundle) throws IOException {
    try (Stream<Path> found = Files.list(bundle)) {
      List<Path> revisions =
          found.filter(folder -> numbers(folder).isPresent()).sorted(BY_NUMBERS).toList();
      if (revisions.isEmpty()) {
        throw new IOException(bundle + " has no revision");
      }
      return revisions.get(revisions.size() - 1);
    }
  }

  private static final Comparator<Path> BY_NUMBERS =
      Comparator.comparing(
          folder -> numbers(folder).orElseThrow(),
          Comparator.<long[]>comparingLong(pair -> pair[0]).thenComparingLong(pair -> pair[1]));

  private static Optional<long[]> numbers(Path folder) {
    Matcher name = REVISION.matcher(String.valueOf(folder.getFileName()));
    return name.matches()
        ? Optional.of(new long[] {Long.parseLong(name.group(1)), Long.parseLong(name.group(2))})
        : Optional.empty();
  }

  private static Path referred(Path location) throws IOException {
    String address = Files.readString(location).strip();
    if (!address.startsWith(REFERENCE)) {
      throw new IOException("the framework's cache has no jar of it");
    }
    try {
      return Path.of(new URI(address.substring(REFERENCE.length())));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException(address + " is no file", e);
    }
  }
}
