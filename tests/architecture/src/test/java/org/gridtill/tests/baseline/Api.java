package org.gridtill.tests.baseline;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Clazz;
import aQute.bnd.osgi.Descriptors.TypeRef;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a bundle offers to others: its exported packages with all that can be seen of them.
 *
 * @param bundle the bundle's symbolic name
 * @param version the bundle's version, without a qualifier
 * @param packages its exported packages, in the order of their names
 */
record Api(String bundle, Version version, List<Package> packages) {

  /**
   * An exported package.
   *
   * @param version the package's version
   * @param tree its types and their members, as bnd's differ sees them
   */
  record Package(Version version, Tree tree) {

    String name() {
      return tree.getName();
    }
  }

  /**
   * Reads it from a bundle.
   *
   * @param bundle a jar, or a folder of the same content
   * @param classpath where types that the bundle's own extend are found
   */
  static Api of(Path bundle, Path... classpath) throws Exception {
    try (Analyzer analyzer = new OwnTypesAnalyzer(new Jar(bundle.toFile()))) {
      for (Path entry : classpath) {
        analyzer.addClasspath(entry.toFile());
      }
      Tree api = new DiffPluginImpl().tree(analyzer).get("<api>");
      return new Api(
          analyzer.getJar().getBsn(),
          new Version(analyzer.getJar().getVersion()).getWithoutQualifier(),
          Arrays.stream(api.getChildren())
              .filter(child -> child.getType() == Type.PACKAGE)
              .map(tree -> new Package(versionOf(tree), tree))
              .toList());
    }
  }

  /** Returns the version that a package's tree holds as a child. */
  static Version versionOf(Tree tree) {
    return Arrays.stream(tree.getChildren())
        .filter(child -> child.getType() == Type.VERSION)
        .map(child -> new Version(child.getName()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("package " + tree.getName() + " has no version"));
  }

  /** Leaves out what types inherit from Java's own, which depends on the JDK of the build. */
  private static final class OwnTypesAnalyzer extends Analyzer {

    OwnTypesAnalyzer(Jar jar) throws Exception {
      super(jar);
    }

    @Override
    public Clazz findClass(TypeRef type) throws Exception {
      return type.isJava() ? null : super.findClass(type);
    }
  }
}
