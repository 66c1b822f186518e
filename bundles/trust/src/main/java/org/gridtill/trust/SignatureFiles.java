package org.gridtill.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * The files in a jar that make up its signatures. They are not signed themselves, apart from the
 * manifest, whose digest the signature file ({@code .SF}) holds.
 */
final class SignatureFiles {

  private static final String MANIFEST_CHANGED = "its manifest was changed after it was signed";

  /** Karaf's {@code bundle:update} writes it into the jar, unless it is told not to. */
  private static final String KARAFS_HEADER = "\nBundle-UpdateLocation:";

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  private static final String DIGEST_OF_MANIFEST = "-Digest-Manifest";
  private static final Pattern DIGEST = Pattern.compile("(?i)[^ ]+-Digest");
  private static final List<String> STRONG = List.of("SHA-256", "SHA-384", "SHA-512");

  private SignatureFiles() {}

  /**
   * Tells whether an entry is one of them. Names in another case, which Java takes for the same,
   * are not: they count as content, and nobody signs them.
   */
  static boolean isOne(String name) {
    return name.equals(MANIFEST) || SIGNATURE.matcher(name).matches();
  }

  /**
   * Tells whether Java takes an entry for manifest or signature, which it does in whatever case the
   * name is written.
   */
  static boolean isHeldInMemory(String name) {
    return name.toUpperCase(Locale.ROOT).startsWith("META-INF/");
  }

  /**
   * Checks that all is there that the manifest has a digest of. Java verifies what it finds, so
   * that whoever takes an entry out could switch off a part of what was signed.
   */
  private static void requireAllEntries(JarFile jar, byte[] manifest)
      throws IOException, NotSignedException {
    for (Map.Entry<String, Attributes> each :
        new Manifest(new ByteArrayInputStream(manifest)).getEntries().entrySet()) {
      boolean digested =
          each.getValue().keySet().stream().anyMatch(name -> DIGEST.matcher(name + "").matches());
      if (digested && jar.getEntry(each.getKey()) == null) {
        throw new NotSignedException(
            "entry " + each.getKey() + " was taken out after it was signed");
      }
    }
  }

  /**
   * Checks that each signature file vouches for the whole manifest, as it is. Java asks for less:
   * it allows entries to be added to the manifest, and even other main attributes, where the
   * bundle's activator and imports stand, if the signature file says nothing of them. Checks as
   * well that nothing was taken out.
   */
  static void requireWholeManifest(JarFile jar, List<JarEntry> entries)
      throws IOException, NotSignedException {
    List<JarEntry> files = entries.stream().filter(SignatureFiles::isSignatureFile).toList();
    if (files.isEmpty()) {
      throw new NotSignedException("is not signed");
    }
    JarEntry manifest = jar.getJarEntry(MANIFEST);
    if (manifest == null) {
      throw new NotSignedException("has no manifest");
    }
    byte[] content = bytes(jar, manifest);
    for (JarEntry file : files) {
      require(file.getName(), bytes(jar, file), content);
    }
    requireAllEntries(jar, content);
  }

  private static boolean isSignatureFile(JarEntry entry) {
    return isOne(entry.getName()) && entry.getName().endsWith(".SF");
  }

  private static void require(String name, byte[] signatureFile, byte[] manifest)
      throws IOException, NotSignedException {
    Attributes attributes =
        new Manifest(new ByteArrayInputStream(signatureFile)).getMainAttributes();
    boolean strong = false;
    for (String algorithm : STRONG) {
      String expected = attributes.getValue(algorithm + DIGEST_OF_MANIFEST);
      if (expected != null) {
        strong = true;
        if (!expected.equals(digest(algorithm, manifest))) {
          throw new NotSignedException(changed(manifest));
        }
      }
    }
    if (!strong) {
      throw new NotSignedException(
          name + " holds no digest of the manifest that is strong enough, such as SHA-256");
    }
  }

  private static String digest(String algorithm, byte[] content) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance(algorithm).digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** Says that a jar's manifest was changed, and by what, if that can be seen. */
  static String manifestChanged(Path jar) {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      ZipEntry manifest = file.getEntry(MANIFEST);
      if (manifest != null) {
        try (InputStream in = file.getInputStream(manifest)) {
          return changed(in.readAllBytes());
        }
      }
    } catch (IOException e) {
      // Then that is all there is to say.
    }
    return MANIFEST_CHANGED;
  }

  private static String changed(byte[] manifest) {
    return new String(manifest, StandardCharsets.UTF_8).contains(KARAFS_HEADER)
        ? MANIFEST_CHANGED + ", perhaps by bundle:update, which needs its option --raw"
        : MANIFEST_CHANGED;
  }
}
