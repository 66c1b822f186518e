package org.gridtill.build.bill;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** Reads what a jar says about itself. */
final class JarReader {

  private static final String MAVEN = "META-INF/maven/";
  private static final String POM = "/pom.properties";

  private JarReader() {}

  /** Returns the coordinates of everything that Maven has left its mark of in the jar, in order. */
  static List<Coordinates> marks(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<String> names =
          file.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith(MAVEN) && name.endsWith(POM))
              .sorted()
              .toList();
      List<Coordinates> marks = new ArrayList<>();
      for (String name : names) {
        marks.add(mark(file, name));
      }
      return marks;
    }
  }

  private static Coordinates mark(JarFile file, String name) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = file.getInputStream(file.getEntry(name))) {
      // As text, since a stream of bytes would be read as Latin 1.
      properties.load(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
    return new Coordinates(
        properties.getProperty("groupId", ""),
        properties.getProperty("artifactId", ""),
        properties.getProperty("version", ""),
        "");
  }

  /** Returns the licenses of the manifest, without their attributes; empty if it names none. */
  static String license(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String header =
          manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-License");
      return header == null ? "" : withoutAttributes(header);
    }
  }

  /** Splits at commas and cuts at semicolons, but not at those in quotes. */
  static String withoutAttributes(String header) {
    List<String> clauses = split(header, ',');
    return clauses.stream()
        .map(clause -> split(clause, ';').get(0).strip().replace("\"", ""))
        .collect(Collectors.joining(", "));
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      quoted ^= c == '"';
      if (c == separator && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
