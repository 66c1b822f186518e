package org.gridtill.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * Finds out who has signed all of a jar. Java's own verification does the cryptography, with the
 * algorithms that its policy ({@code jdk.jar.disabledAlgorithms}) allows; what it leaves open is
 * closed here: entries that nobody signed, entries of the same name or taken out, a manifest to
 * which something was added, and content that is a bomb.
 */
final class SignedJar {

  private static final int BUFFER = 1 << 16;

  /** What Java's verifier says of an entry whose content is not the signed one. */
  private static final String CHANGED = "digest error";

  /** What it says if the manifest is not the signed one. */
  private static final String CHANGED_MANIFEST = "signature file digest";

  private final JarFile jar;

  private SignedJar(JarFile jar) {
    this.jar = jar;
  }

  /**
   * Returns those who have signed every entry.
   *
   * @return at least one
   * @throws NotSignedException if there is nobody, saying why
   */
  static Set<CodeSigner> signers(Path file) throws NotSignedException {
    try {
      JarBounds.require(file);
      try (JarFile jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ)) {
        return new SignedJar(jar).signers();
      }
    } catch (IOException | IllegalArgumentException e) {
      // The latter for names and times that are none.
      throw new NotSignedException("its jar cannot be read: " + e.getMessage(), e);
    } catch (SecurityException e) {
      throw new NotSignedException(words(e, file), e);
    }
  }

  private Set<CodeSigner> signers() throws IOException, NotSignedException {
    List<JarEntry> entries = jar.stream().toList();
    requireUniqueNames(entries);
    SignatureFiles.requireWholeManifest(jar, entries);
    Set<CodeSigner> common = null;
    String unsigned = null;
    for (JarEntry entry : entries) {
      if (entry.isDirectory() || SignatureFiles.isOne(entry.getName())) {
        continue;
      }
      Set<CodeSigner> signers = signers(entry);
      if (signers.isEmpty()) {
        unsigned = unsigned == null ? entry.getName() : unsigned;
      } else if (common == null) {
        common = new LinkedHashSet<>(signers);
      } else {
        common.retainAll(signers);
      }
    }
    return requireSigners(common, unsigned);
  }

  private static Set<CodeSigner> requireSigners(Set<CodeSigner> common, String unsigned)
      throws NotSignedException {
    if (common == null) {
      throw new NotSignedException(
          unsigned == null
              ? "has no content that could be signed"
              : "has no signature that Java accepts: its algorithms are too weak, or it is broken");
    }
    if (unsigned != null) {
      throw new NotSignedException("entry " + unsigned + " is not signed");
    }
    if (common.isEmpty()) {
      throw new NotSignedException("nobody has signed all of its entries");
    }
    return common;
  }

  private Set<CodeSigner> signers(JarEntry entry) throws IOException, NotSignedException {
    try (InputStream in = jar.getInputStream(entry)) {
      readFully(in);
    } catch (SecurityException e) {
      throw new NotSignedException(
          saysChanged(e)
              ? "entry " + entry.getName() + " was changed after it was signed"
              : words(e, Path.of(jar.getName())),
          e);
    }
    CodeSigner[] signers = entry.getCodeSigners();
    return signers == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(signers));
  }

  private static boolean saysChanged(SecurityException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(CHANGED);
  }

  private static String words(SecurityException e, Path file) {
    String message = String.valueOf(e.getMessage());
    return message.toLowerCase(Locale.ROOT).contains(CHANGED_MANIFEST)
        ? SignatureFiles.manifestChanged(file)
        : "its signature is broken: " + message;
  }

  /** Only what was read to its end is verified. */
  private static void readFully(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (in.read(buffer) >= 0) {
      // The verifier has what it needs.
    }
  }

  /** Of entries of one name, somebody might verify the one and load the other. */
  private static void requireUniqueNames(List<JarEntry> entries) throws NotSignedException {
    Set<String> names = new HashSet<>();
    for (JarEntry entry : entries) {
      if (!names.add(entry.getName())) {
        throw new NotSignedException("has the entry " + entry.getName() + " twice");
      }
    }
  }
}
