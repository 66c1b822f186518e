package org.gridtill.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/**
 * Makes further versions of an adapter's jar out of the one in the distribution, and signs them.
 */
final class AdapterJar {

  private final Distribution distribution;
  private final JarSigner signer;
  private final String name;
  private final Path original;

  /** The adapter whose bundle is called that. */
  AdapterJar(Distribution distribution, AcmeVendor vendor, String name) throws IOException {
    this.distribution = distribution;
    this.name = name;
    signer = vendor.signer();
    original = shipped(distribution, name);
  }

  /** Returns an adapter's jar in the distribution. */
  static Path shipped(Distribution distribution, String name) throws IOException {
    try (Stream<Path> files = Files.walk(distribution.path("system/org/gridtill/" + name))) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no jar of " + name));
    }
  }

  /** Makes a version that differs in its manifest; not in {@code deploy/}. */
  Path version(String version, Map<String, String> headers) throws IOException {
    return sign(version, unsigned(version, headers));
  }

  /** Makes a version that finds itself unfit when it tries itself, and says why. */
  Path unfit(String version, String why) throws IOException {
    return sign(version, unsigned(version, Map.of(), SelfTrial.saying(why, original)));
  }

  private Path sign(String version, Path unsigned) throws IOException {
    Path made = distribution.path("data/" + name + '-' + version + ".jar");
    try (ZipFile in = new ZipFile(unsigned.toFile());
        OutputStream out = Files.newOutputStream(made)) {
      signer.sign(in, out);
    }
    Files.delete(unsigned);
    return made;
  }

  /** Makes one that nobody has signed. */
  Path unsigned(String version, Map<String, String> headers) throws IOException {
    return unsigned(version, headers, Map.of());
  }

  private Path unsigned(String version, Map<String, String> headers, Map<String, byte[]> replaced)
      throws IOException {
    Path made = distribution.path("data/" + name + '-' + version + ".unsigned");
    try (JarFile from = new JarFile(original.toFile())) {
      Manifest manifest = from.getManifest();
      manifest.getMainAttributes().putValue("Bundle-Version", version);
      headers.forEach((key, value) -> append(manifest, key, value));
      try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(made), manifest)) {
        for (JarEntry entry : from.stream().toList()) {
          if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
            to.putNextEntry(new JarEntry(entry.getName()));
            try (InputStream in = from.getInputStream(entry)) {
              byte[] content = in.readAllBytes();
              to.write(replaced.getOrDefault(entry.getName(), content));
            }
          }
        }
      }
    }
    return made;
  }

  private static void append(Manifest manifest, String key, String value) {
    String old = manifest.getMainAttributes().getValue(key);
    manifest.getMainAttributes().putValue(key, old == null ? value : old + ',' + value);
  }

  /** Puts a version into {@code deploy/}, in the place of the one before. */
  void deploy(String version, Map<String, String> headers) throws IOException {
    deploy(version(version, headers));
  }

  /** Puts a jar into {@code deploy/}, in the place of the one before. */
  void deploy(Path made) throws IOException {
    Files.move(
        made,
        distribution.path("deploy/" + name + ".jar"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes it out of {@code deploy/}. */
  void undeploy() throws IOException {
    Files.delete(distribution.path("deploy/" + name + ".jar"));
  }
}
