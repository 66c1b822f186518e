package org.gridtill.tests.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Further versions of the POS adapter, made out of the one in the distribution. Nobody signs them;
 * operations list their digests, so all must be made before the platform starts.
 */
final class PosVersions {

  private static final String TRIAL = "org/gridtill/adapter/pos/Trial.class";

  private final PlatformProcess platform;

  PosVersions(PlatformProcess platform) {
    this.platform = platform;
  }

  /** Makes one that is the same but for its version. */
  Path make(String version) throws Exception {
    return make(version, Map.of());
  }

  /**
   * Makes one that takes a second and a half to try itself, once.
   *
   * @param mark the file that it makes when it begins
   */
  Path makeSlow(String version, Path mark) throws Exception {
    Path folder = Files.createDirectories(platform.path("trial"));
    Path source =
        Files.writeString(
            folder.resolve("Trial.java"),
            """
            package org.gridtill.adapter.pos;

            final class Trial {
              static java.util.Optional<String> of(
                  org.gridtill.api.adapter.terminal.TerminalAdapter adapter) {
                try {
                  java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
                  java.util.concurrent.TimeUnit.MILLISECONDS.sleep(1500);
                } catch (java.io.IOException | InterruptedException e) {
                  // Has been slow before.
                }
                return java.util.Optional.empty();
              }
            }
            """
                .formatted(mark));
    String path = shipped("adapter.pos") + ":" + shipped("api.adapter");
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                List.of("-proc:none", "--release", "17", "-cp", path, source.toString())
                    .toArray(String[]::new));
    if (code != 0) {
      throw new IOException("the class does not compile");
    }
    return make(version, Map.of(TRIAL, Files.readAllBytes(folder.resolve("Trial.class"))));
  }

  private Path make(String version, Map<String, byte[]> replaced) throws Exception {
    Path made = platform.path("pos-" + version + ".jar");
    try (JarFile from = new JarFile(shipped("adapter.pos").toFile());
        OutputStream file = Files.newOutputStream(made)) {
      Manifest manifest = from.getManifest();
      manifest.getMainAttributes().putValue("Bundle-Version", version);
      try (JarOutputStream to = new JarOutputStream(file, manifest)) {
        for (JarEntry entry : from.stream().toList()) {
          if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
            to.putNextEntry(new JarEntry(entry.getName()));
            byte[] content = from.getInputStream(entry).readAllBytes();
            to.write(replaced.getOrDefault(entry.getName(), content));
          }
        }
      }
    }
    list(made);
    return made;
  }

  private void list(Path made) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(made));
    Path list = platform.path("etc/trust/bundles.sha256");
    Files.createDirectories(list.getParent());
    Files.writeString(
        list,
        HexFormat.of().formatHex(digest) + "  " + made.getFileName() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Returns a bundle's jar in the distribution. */
  private Path shipped(String name) throws IOException {
    try (Stream<Path> files =
        Files.walk(platform.path("system/org/gridtill/org.gridtill." + name))) {
      return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  /** Puts a version into {@code deploy/}, in the place of the one before. */
  void deploy(Path made) throws IOException {
    Files.move(
        made,
        platform.path("deploy/pos.jar"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns how many bundles the framework has stored that came from that file. */
  long stored() throws IOException {
    try (Stream<Path> files = Files.walk(platform.path("data/cache"), 2)) {
      return files
          .filter(file -> file.endsWith("bundle.info"))
          .filter(PosVersions::isDeployed)
          .count();
    }
  }

  private static boolean isDeployed(Path info) {
    try {
      return Files.readString(info).contains("gridtill-deploy:pos.jar@");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
