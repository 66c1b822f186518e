package org.gridtill.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/**
 * A vendor who ships terminal adapters: copies of the POS adapter under other names. It makes its
 * key and signs with the tools of the JDK, as docs/vendors.md tells vendors to.
 */
final class AcmeVendor {

  private static final Path TOOLS = Path.of(System.getProperty("java.home"), "bin");
  private static final String PASSWORD = "acme-secret";

  private final Path folder;
  private final Path original;
  private final Path keys;

  /** Makes Acme Kiosks, as of the other constructor. */
  AcmeVendor(Path folder, Path original) throws IOException, InterruptedException {
    this(folder, original, "CN=Acme Kiosks");
  }

  /**
   * Makes the vendor and its key.
   *
   * @param folder where its files are
   * @param original the adapter that it copies; null if it has no {@link #adapter}
   * @param subject of its certificate
   */
  AcmeVendor(Path folder, Path original, String subject) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    this.original = original;
    keys = folder.resolve("acme.p12");
    Files.deleteIfExists(keys);
    run(
        "keytool",
        "-genkeypair",
        "-alias",
        "acme",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        subject,
        "-validity",
        "825",
        "-storetype",
        "PKCS12",
        "-keystore",
        keys.toString(),
        "-storepass",
        PASSWORD);
  }

  /** Returns the file with the certificate that it hands over. */
  Path certificate() throws IOException, InterruptedException {
    Path file = folder.resolve("acme.pem");
    run(
        "keytool",
        "-exportcert",
        "-rfc",
        "-alias",
        "acme",
        "-keystore",
        keys.toString(),
        "-storepass",
        PASSWORD,
        "-file",
        file.toString());
    return file;
  }

  /** Returns the fingerprint, as it tells it on the telephone. */
  String fingerprint() throws IOException, InterruptedException {
    return run(
            "keytool",
            "-list",
            "-v",
            "-alias",
            "acme",
            "-keystore",
            keys.toString(),
            "-storepass",
            PASSWORD)
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("SHA256: "))
        .findFirst()
        .orElseThrow()
        .substring("SHA256: ".length());
  }

  /**
   * Builds an adapter that is not signed.
   *
   * @param name of the adapter; its bundle is called {@code org.acme.} and that
   * @param headers of its manifest, besides those of the original
   */
  Path adapter(String name, Map<String, String> headers) throws IOException {
    Path jar = folder.resolve(name + ".jar");
    try (JarInputStream in = new JarInputStream(Files.newInputStream(original));
        OutputStream file = Files.newOutputStream(jar)) {
      Manifest manifest = new Manifest(in.getManifest());
      headers.forEach(
          (key, value) -> manifest.getMainAttributes().put(new Attributes.Name(key), value));
      manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.acme." + name);
      try (JarOutputStream out = new JarOutputStream(file, manifest)) {
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
          add(out, entry.getName(), renamed(entry.getName(), in.readAllBytes(), name));
        }
      }
    }
    return jar;
  }

  /** Returns what signs many jars, faster than a process for each. */
  JarSigner signer() throws IOException {
    try (InputStream in = Files.newInputStream(keys)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      var entry =
          (KeyStore.PrivateKeyEntry)
              store.getEntry("acme", new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
      return new JarSigner.Builder(entry).build();
    } catch (GeneralSecurityException e) {
      throw new IOException("the key cannot be read", e);
    }
  }

  /** Returns what the build of an adapter is told so that it signs. */
  List<String> signing() {
    return List.of(
        "-Psign",
        "-Djarsigner.keystore=" + keys,
        "-Djarsigner.alias=acme",
        "-Djarsigner.storepass=" + PASSWORD);
  }

  Path sign(Path jar) throws IOException, InterruptedException {
    run("jarsigner", "-keystore", keys.toString(), "-storepass", PASSWORD, jar.toString(), "acme");
    return jar;
  }

  /** Changes one class of a jar, and leaves its signature as it is. */
  static Path tamper(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    byte[] code = entries.get("org/gridtill/adapter/pos/PosAdapter.class");
    code[code.length - 1] ^= 1;
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (var entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }

  private static byte[] renamed(String entry, byte[] content, String name) {
    if (!entry.endsWith("PosAdapter.xml")) {
      return content;
    }
    return new String(content, StandardCharsets.UTF_8)
        .replace("value=\"pos\"", "value=\"" + name + "\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private String run(String tool, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(TOOLS.resolve(tool).toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, tool, ".txt");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    String text = Files.readString(output);
    if (code != 0) {
      throw new IOException(tool + " failed: " + text);
    }
    return text;
  }
}
