package org.gridtill.deployer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes jars that have a manifest only. */
final class Jars {

  private Jars() {}

  /** Writes an adapter's jar. */
  static void kiosk(Path jar, String version, Map<String, String> headers) throws IOException {
    Map<String, String> all = new HashMap<>();
    all.put("Bundle-SymbolicName", "org.acme.kiosk");
    all.put("Bundle-Version", version);
    all.put("Import-Package", "org.gridtill.api.adapter.terminal;resolution:=optional");
    all.putAll(headers);
    write(jar, all);
  }

  /** Writes any jar. */
  static void write(Path jar, Map<String, String> headers) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.putValue("Manifest-Version", "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    headers.forEach(attributes::putValue);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }
}
