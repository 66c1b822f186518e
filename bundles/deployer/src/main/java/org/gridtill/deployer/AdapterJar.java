package org.gridtill.deployer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * What the manifest of an adapter's jar says.
 *
 * @param path the jar
 * @param name its bundle's symbolic name
 * @param version its bundle's version
 * @param singleton whether two versions of it exclude each other
 * @param digest the jar's SHA-256, in hexadecimal
 */
record AdapterJar(Path path, String name, Version version, boolean singleton, String digest) {

  /** Whoever imports it can offer an adapter; nobody else has a use for it. */
  static final String API = "org.gridtill.api.adapter";

  /** Returns what a file says, if it is an adapter's jar, and whole. */
  static Optional<AdapterJar> read(Path path) {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try (JarFile jar = new JarFile(path.toFile(), false)) {
      Manifest manifest = jar.getManifest();
      return manifest == null ? Optional.empty() : of(path, manifest.getMainAttributes());
    } catch (IOException | IllegalArgumentException e) {
      // No jar, or not yet: it is looked at again when it changes.
      return Optional.empty();
    }
  }

  private static Optional<AdapterJar> of(Path path, Attributes manifest) throws IOException {
    String name = manifest.getValue(Constants.BUNDLE_SYMBOLICNAME);
    String imports = manifest.getValue(Constants.IMPORT_PACKAGE);
    if (name == null
        || imports == null
        || !imports.contains(API)
        || manifest.getValue(Constants.FRAGMENT_HOST) != null) {
      return Optional.empty();
    }
    String[] parts = name.split(";", 2);
    boolean singleton =
        parts.length > 1 && parts[1].replaceAll("\\s", "").contains("singleton:=true");
    return Optional.of(
        new AdapterJar(
            path,
            parts[0].strip(),
            Version.parseVersion(manifest.getValue(Constants.BUNDLE_VERSION)),
            singleton,
            sha256(path)));
  }

  /** Tells whether it cannot stand beside that bundle, as the framework has it. */
  boolean excludes(Bundle bundle) {
    return name.equals(bundle.getSymbolicName())
        && (singleton || version.equals(bundle.getVersion()));
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return name + ' ' + version;
  }
}
