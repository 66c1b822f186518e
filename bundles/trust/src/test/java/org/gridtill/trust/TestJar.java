package org.gridtill.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/** A jar in a file of a test's folder, made, signed and forged. */
record TestJar(Path path) {

  static final String MANIFEST = "META-INF/MANIFEST.MF";
  static final String CLASS = "org/acme/Kiosk.class";

  /** Makes an unsigned one with a few entries. */
  static TestJar in(Path folder) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        MANIFEST,
        bytes(
            "Manifest-Version: 1.0\r\nBundle-ManifestVersion: 2\r\n"
                + "Bundle-SymbolicName: org.acme.kiosk\r\nBundle-Version: 1.2.0\r\n\r\n"));
    entries.put(CLASS, bytes("class Kiosk"));
    entries.put("org/acme/Other.class", bytes("class Other"));
    entries.put("META-INF/services/org.acme.Api", bytes("org.acme.Kiosk"));
    TestJar jar = new TestJar(Files.createTempFile(folder, "kiosk", ".jar"));
    jar.write(entries);
    return jar;
  }

  TestJar signedBy(TestSigner signer) throws Exception {
    return signedBy(signer, "SIGNER", "SHA-256", "SHA256withECDSA");
  }

  TestJar signedBy(TestSigner signer, String name, String digest, String algorithm)
      throws Exception {
    JarSigner tool =
        new JarSigner.Builder(signer.key(), signer.path())
            .digestAlgorithm(digest)
            .signatureAlgorithm(algorithm)
            .signerName(name)
            .build();
    Path signed = Files.createTempFile(path.getParent(), "signed", ".jar");
    try (ZipFile in = new ZipFile(path.toFile());
        OutputStream out = Files.newOutputStream(signed)) {
      tool.sign(in, out);
    }
    return new TestJar(signed);
  }

  /** Returns a copy in which entries are other ones. */
  TestJar with(Consumer<Map<String, byte[]>> change) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(path))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    change.accept(entries);
    TestJar changed = new TestJar(Files.createTempFile(path.getParent(), "changed", ".jar"));
    changed.write(entries);
    return changed;
  }

  /** Returns a copy in which a name is another one of the same length, wherever it stands. */
  TestJar renamed(String from, String to) throws IOException {
    Path copy = Files.createTempFile(path.getParent(), "renamed", ".jar");
    String text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    Files.write(copy, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    return new TestJar(copy);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }
}
