package org.gridtill.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/**
 * A small signed jar.
 *
 * @param jar its bytes
 * @param content what a framework could load of it: by name, without the signatures
 */
record SignedSample(byte[] jar, Map<String, String> content) {

  static final String MANIFEST = "META-INF/MANIFEST.MF";

  static SignedSample make() throws Exception {
    Path plain = Files.createTempFile("plain", ".jar");
    Path signed = Files.createTempFile("signed", ".jar");
    try {
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(plain))) {
        put(out, MANIFEST, "Manifest-Version: 1.0\r\nBundle-SymbolicName: org.acme\r\n\r\n");
        put(out, "org/acme/Kiosk.class", "class Kiosk");
        put(out, "META-INF/services/org.acme.Api", "org.acme.Kiosk");
      }
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      KeyPair pair = generator.generateKeyPair();
      X509Certificate certificate = SelfSigned.certificate(pair);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipFile in = new ZipFile(plain.toFile())) {
        new JarSigner.Builder(
                pair.getPrivate(),
                CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)))
            .digestAlgorithm("SHA-256")
            .signatureAlgorithm("SHA256withECDSA")
            .build()
            .sign(in, bytes);
      }
      Files.write(signed, bytes.toByteArray());
      return new SignedSample(bytes.toByteArray(), content(signed));
    } finally {
      Files.deleteIfExists(plain);
      Files.deleteIfExists(signed);
    }
  }

  /** Reads what a class loader would. */
  static Map<String, String> content(Path file) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().equals(MANIFEST) || !SignatureFiles.isOne(entry.getName())) {
          try (InputStream in = jar.getInputStream(entry)) {
            content.put(
                entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
          }
        }
      }
    }
    return content;
  }

  private static void put(ZipOutputStream out, String name, String content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }
}
