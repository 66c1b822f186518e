package org.gridtill.api.tck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** An adapter's bundle as the build has laid it out in a folder: classes, manifest, components. */
final class AdapterBundle {

  private final Path folder;
  private final Manifest manifest;

  AdapterBundle(Path folder) {
    this.folder = folder;
    Path file = folder.resolve("META-INF/MANIFEST.MF");
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "no bundle in " + folder + ": the build must write its manifest before the tests run");
    }
    try (InputStream in = Files.newInputStream(file)) {
      manifest = new Manifest(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Returns a header; empty if there is none. */
  String header(String name) {
    String value = manifest.getMainAttributes().getValue(name);
    return value == null ? "" : value;
  }

  /** Returns the imported packages with the lowest version that each import takes. */
  Map<String, Version> imports() {
    Map<String, Version> imports = new TreeMap<>();
    for (String clause : clauses(header("Import-Package"))) {
      String[] parts = clause.split(";");
      Version lowest = Version.emptyVersion;
      for (String part : parts) {
        String text = part.strip();
        if (text.startsWith("version=")) {
          lowest = new VersionRange(text.substring(8).replace("\"", "")).getLeft();
        }
      }
      imports.put(parts[0].strip(), lowest);
    }
    return imports;
  }

  /** Returns the texts of the component descriptions. */
  List<String> components() {
    List<String> texts = new ArrayList<>();
    for (String name : clauses(header("Service-Component"))) {
      try {
        texts.add(Files.readString(folder.resolve(name.strip())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** Returns the jar, with another version than the last one made. */
  byte[] jar(String version) {
    Manifest copy = new Manifest(manifest);
    copy.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, copy);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (!name.equals("META-INF/MANIFEST.MF")) {
          jar.putNextEntry(new ZipEntry(name));
          Files.copy(file, jar);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Splits a header at the commas that are not within quotes. */
  private static List<String> clauses(String header) {
    return header.isBlank()
        ? List.of()
        : List.of(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
  }
}
