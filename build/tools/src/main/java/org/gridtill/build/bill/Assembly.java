package org.gridtill.build.bill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds every jar of an unpacked distribution. Those of its repository, {@code system}, are known
 * by their folders; those beside it by the mark that Maven has left in them.
 */
final class Assembly {

  private final Path folder;
  private final Map<String, List<Coordinates>> packedByUs;

  /**
   * @param packedByUs what we have packed into our own jars, by {@code group:artifact} of ours
   */
  Assembly(Path folder, Map<String, List<Coordinates>> packedByUs) {
    this.folder = folder;
    this.packedByUs = Map.copyOf(packedByUs);
  }

  /**
   * Returns the jars in the order of their paths.
   *
   * @throws IOException if there is none, or one cannot be read
   */
  List<Part> parts() throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.walk(folder)) {
      jars =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .sorted(Comparator.comparing(this::pathOf))
              .toList();
    }
    if (jars.isEmpty()) {
      throw new IOException("no jars in " + folder);
    }
    List<Part> parts = new ArrayList<>();
    for (Path jar : jars) {
      parts.add(part(jar));
    }
    return parts;
  }

  private Part part(Path jar) throws IOException {
    String path = pathOf(jar);
    List<Coordinates> marks = JarReader.marks(jar);
    Coordinates own =
        path.startsWith("system/")
            ? ofFolder(path)
            : ofMark(path.substring(path.lastIndexOf('/') + 1), marks);
    List<Coordinates> inside = new ArrayList<>(packedByUs.getOrDefault(own.key(), List.of()));
    marks.stream().filter(mark -> !mark.key().equals(own.key())).forEach(inside::add);
    return new Part(
        own,
        path,
        sha256(jar),
        JarReader.license(jar),
        inside.stream().map(packed -> new Part(packed, path, "", "", List.of())).toList());
  }

  /** Of {@code system/GROUP/.../ARTIFACT/VERSION/ARTIFACT-VERSION[-CLASSIFIER].jar}. */
  private static Coordinates ofFolder(String path) throws IOException {
    List<String> names = List.of(path.split("/"));
    if (names.size() < 5) {
      throw new IOException(path + " is not where a Maven repository has it");
    }
    int last = names.size() - 1;
    String group = String.join(".", names.subList(1, last - 2));
    String artifact = names.get(last - 2);
    String version = names.get(last - 1);
    String name = names.get(last).substring(0, names.get(last).length() - ".jar".length());
    String plain = artifact + "-" + version;
    if (!name.equals(plain) && !name.startsWith(plain + "-")) {
      throw new IOException(path + " is not named as in a Maven repository");
    }
    String classifier = name.equals(plain) ? "" : name.substring(plain.length() + 1);
    return new Coordinates(group, artifact, version, classifier);
  }

  private static Coordinates ofMark(String name, List<Coordinates> marks) throws IOException {
    for (Coordinates mark : marks) {
      if (name.equals(mark.artifact() + "-" + mark.version() + ".jar")) {
        return mark;
      }
    }
    throw new IOException("nothing tells the coordinates of " + name);
  }

  private String pathOf(Path jar) {
    return folder.relativize(jar).toString().replace('\\', '/');
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
