package org.gridtill.gates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars of adapters that have served, copied from where the framework holds them: where a bundle
 * came from there is already the next version when it is needed. They are the same to the byte, so
 * that whoever trusted them does so again. For use by one thread.
 */
final class Copies {

  private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

  private record Copy(Path jar, long lastModified) {}

  private final Path folder;
  private final LongFunction<Optional<Path>> files;
  private final Map<Long, Copy> copies = new HashMap<>();

  /**
   * Makes one.
   *
   * @param folder where copies are kept
   * @param files returns the file from which a bundle is loaded
   */
  Copies(Path folder, LongFunction<Optional<Path>> files) {
    this.folder = folder;
    this.files = files;
  }

  /** Keeps a copy, unless there is one or the bundle is changed meanwhile. */
  void keep(Bundle bundle) throws IOException {
    long id = bundle.getBundleId();
    long modified = bundle.getLastModified();
    Copy old = copies.get(id);
    if (old != null && old.lastModified() == modified) {
      return;
    }
    Path file =
        files.apply(id).orElseThrow(() -> new IOException("no file is known of bundle " + bundle));
    Files.createDirectories(folder);
    Path made = Files.createTempFile(folder, "bundle", ".tmp");
    Files.copy(file, made, StandardCopyOption.REPLACE_EXISTING);
    if (bundle.getLastModified() != modified || bundle.getState() != Bundle.ACTIVE) {
      Files.delete(made);
      return;
    }
    Path jar = folder.resolve(id + ".jar");
    Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    copies.put(id, new Copy(jar, modified));
  }

  /** Returns the copy of the version before the present one. */
  Optional<Path> before(Bundle bundle) {
    return Optional.ofNullable(copies.get(bundle.getBundleId()))
        .filter(copy -> copy.lastModified() != bundle.getLastModified())
        .map(Copy::jar);
  }

  void forget(Bundle bundle) {
    Copy old = copies.remove(bundle.getBundleId());
    if (old != null) {
      delete(old.jar());
    }
  }

  void clear() {
    copies.values().forEach(copy -> delete(copy.jar()));
    copies.clear();
  }

  private static void delete(Path jar) {
    try {
      Files.deleteIfExists(jar);
    } catch (IOException e) {
      // It is overwritten by the next copy.
      LOG.debug("A copy stays", e);
    }
  }
}
