package org.gridtill.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;

/**
 * One module of the tree, as built.
 *
 * @param path its folder, relative to the root, with slashes: {@code bundles/accounts}
 * @param classes its compiled classes, without its tests and without libraries it embeds
 * @param manifest its OSGi manifest; without entries if it is no bundle
 * @param sources its Java files, with its tests
 */
record Module(String path, List<JavaClass> classes, Manifest manifest, List<Path> sources) {

  /** The contracts. */
  boolean isApi() {
    return path.startsWith("api/");
  }

  /** A bundle of the core. */
  boolean isCore() {
    return path.startsWith("bundles/");
  }

  /** What a vendor could have written. */
  boolean isAdapter() {
    return path.startsWith("adapters/");
  }

  /** A simulator: stands for the world outside, so it must not know the inside. */
  boolean isSimulator() {
    return path.startsWith("tests/simulators/");
  }

  /** Tests that we hand out to vendors. */
  boolean isTestKit() {
    return path.equals("api/tck");
  }

  /** Code that runs in production. */
  boolean isProduct() {
    return isApi() && !isTestKit() || isCore() || isAdapter();
  }

  /** A library of somebody else, packed as a bundle: no class of it is ours. */
  boolean isWrappedLibrary() {
    return isCore() && classes.isEmpty();
  }

  /** What it is about, which is what its package in the store is called: {@code accounts}. */
  String concern() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  String header(String name) {
    String value = manifest.getMainAttributes().getValue(name);
    return value == null ? "" : value;
  }

  @Override
  public String toString() {
    return path;
  }
}
