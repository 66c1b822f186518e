package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Makes adapters out of the POS adapter in a distribution: other versions, other names. */
final class PosJar {

  private static final String BUNDLE = "org.gridtill.adapter.pos";
  private static final String COMPONENT = "PosAdapter.xml";

  private final Path original;

  /** Out of the distribution in that folder. */
  PosJar(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("system/org/gridtill/" + BUNDLE))) {
      original =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .findFirst()
              .orElseThrow(() -> new IOException("no jar of " + BUNDLE));
    }
  }

  /**
   * Makes one. Its settings are its own, so that its zone is not that in {@code etc}.
   *
   * @param jar the file to make
   * @param adapter the name of the adapter; its bundle is called {@code bench.} and that
   * @param version of the bundle
   */
  void make(Path jar, String adapter, String version, Zone zone) throws IOException {
    String bundle = "bench." + adapter;
    try (JarFile from = new JarFile(original.toFile())) {
      Manifest manifest = from.getManifest();
      Attributes headers = manifest.getMainAttributes();
      headers.putValue("Bundle-SymbolicName", bundle);
      headers.putValue("Bundle-Version", version);
      try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
        for (JarEntry entry : from.stream().toList()) {
          if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
            to.putNextEntry(new JarEntry(entry.getName()));
            try (InputStream in = from.getInputStream(entry)) {
              to.write(changed(entry.getName(), in.readAllBytes(), adapter, zone));
            }
          }
        }
      }
    }
  }

  private static byte[] changed(String entry, byte[] content, String adapter, Zone zone)
      throws IOException {
    if (!entry.endsWith(COMPONENT)) {
      return content;
    }
    String text = new String(content, StandardCharsets.UTF_8);
    text = replaced(text, "configuration-pid=\"" + BUNDLE, "configuration-pid=\"bench." + adapter);
    text = replaced(text, "value=\"Asia/Shanghai\"", "value=\"" + zone.setting() + '"');
    text = replaced(text, "value=\"pos\"", "value=\"" + adapter + '"');
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String replaced(String text, String old, String with) throws IOException {
    if (!text.contains(old)) {
      throw new IOException("the POS adapter's component has no " + old);
    }
    return text.replace(old, with);
  }
}
