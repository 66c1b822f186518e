package org.gridtill.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder of a distribution out of which it installs what somebody drops into it. */
final class DeployFolder {

  private DeployFolder() {}

  /** Drops a copy of a jar into it, under its own name. */
  static void put(Distribution distribution, Path jar) throws IOException {
    put(distribution, jar, jar.getFileName().toString());
  }

  /**
   * Drops a copy of a jar into it, under a name that a version before may have. The file appears
   * whole, as whoever deploys should see to.
   */
  static void put(Distribution distribution, Path jar, String name) throws IOException {
    Path folder = Files.createDirectories(distribution.path("deploy"));
    Path draft = Files.copy(jar, distribution.path(name + ".new"));
    Files.move(
        draft,
        folder.resolve(name),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
