package org.gridtill.gates;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars of adapters that have served, made again from what the framework holds: where a bundle
 * came from there is already the next version when it is needed. A signature covers the entries one
 * by one, so that it stays right. For use by one thread.
 */
final class Copies {

  private static final Logger LOG = LoggerFactory.getLogger(Copies.class);
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private record Copy(Path jar, long lastModified) {}

  private final Path folder;
  private final Map<Long, Copy> copies = new HashMap<>();

  Copies(Path folder) {
    this.folder = folder;
  }

  /** Keeps a copy, unless there is one or the bundle is changed meanwhile. */
  void keep(Bundle bundle) throws IOException {
    long modified = bundle.getLastModified();
    Copy old = copies.get(bundle.getBundleId());
    if (old != null && old.lastModified() == modified) {
      return;
    }
    Files.createDirectories(folder);
    Path made = Files.createTempFile(folder, "bundle", ".tmp");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(made))) {
      entry(bundle, MANIFEST, out);
      folder(bundle, "/", out);
    }
    if (bundle.getLastModified() != modified || bundle.getState() != Bundle.ACTIVE) {
      Files.delete(made);
      return;
    }
    Path jar = folder.resolve(bundle.getBundleId() + ".jar");
    Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    copies.put(bundle.getBundleId(), new Copy(jar, modified));
  }

  private static void folder(Bundle bundle, String path, ZipOutputStream out) throws IOException {
    Enumeration<String> found = bundle.getEntryPaths(path);
    for (String name : found == null ? Collections.<String>emptyList() : Collections.list(found)) {
      if (name.endsWith("/")) {
        out.putNextEntry(new ZipEntry(name));
        out.closeEntry();
        folder(bundle, name, out);
      } else if (!name.equals(MANIFEST)) {
        entry(bundle, name, out);
      }
    }
  }

  private static void entry(Bundle bundle, String name, ZipOutputStream out) throws IOException {
    URL url = bundle.getEntry(name);
    if (url == null) {
      throw new IOException("no " + name + " in " + bundle);
    }
    out.putNextEntry(new ZipEntry(name));
    try (InputStream in = url.openStream()) {
      in.transferTo(out);
    }
    out.closeEntry();
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
