package org.gridtill.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Finds the modules by walking the tree, so that a new one is checked without being listed. */
public final class TreeScanner {

  private static final Set<String> NO_MODULES_IN = Set.of("target", "src", "node_modules");

  private final Path root;

  TreeScanner(Path root) {
    this.root = root;
  }

  /** Scans the tree that this test stands in. */
  static CodeBase scanThisTree() throws IOException {
    return new TreeScanner(rootOfThisTree()).scan();
  }

  /** Returns the folder above this one that holds {@code .mvn}. */
  public static Path rootOfThisTree() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(
          "no folder above " + Path.of("").toAbsolutePath() + " is a root");
    }
    return folder;
  }

  /**
   * Reads all modules that have Java sources or a manifest.
   *
   * @throws IllegalStateException if there is none, or one is not compiled
   */
  CodeBase scan() throws IOException {
    List<Path> folders = moduleFolders();
    if (folders.isEmpty()) {
      throw new IllegalStateException("no modules found under " + root);
    }
    Map<Path, List<JavaClass>> classes = importClasses(folders);
    List<Module> modules = new ArrayList<>();
    for (Path folder : folders) {
      modules.add(
          new Module(
              root.relativize(folder).toString().replace('\\', '/'),
              classes.getOrDefault(folder, List.of()),
              manifest(folder),
              sources(folder)));
    }
    return new CodeBase(modules);
  }

  private List<Path> moduleFolders() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            if (!folder.equals(root) && (name.startsWith(".") || NO_MODULES_IN.contains(name))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (Files.exists(folder.resolve("pom.xml")) && isCode(folder)) {
              found.add(folder);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found.stream().sorted().toList();
  }

  private boolean isCode(Path module) {
    boolean hasSources = Files.isDirectory(sourcesOf(module));
    if (hasSources && !isTestDriver(module) && !Files.isDirectory(classesOf(module))) {
      throw new IllegalStateException(
          module + " is not compiled; run 'mvn verify' on the whole tree");
    }
    return hasSources || Files.exists(manifestOf(module));
  }

  /** Imports all modules at once, so that a class's ancestors in other modules are known. */
  private Map<Path, List<JavaClass>> importClasses(Collection<Path> folders) {
    List<Path> ours =
        folders.stream()
            .filter(folder -> Files.isDirectory(sourcesOf(folder)) && !isTestDriver(folder))
            .toList();
    Map<Path, List<JavaClass>> byModule = new TreeMap<>();
    List<Path> roots = ours.stream().map(TreeScanner::classesOf).toList();
    ClassFileImporter importer =
        new ClassFileImporter().withImportOption(location -> !isCopyOfApi(location));
    for (JavaClass type : importer.importPaths(roots)) {
      if (!type.getName().startsWith(CodeBase.OURS)) {
        continue; // of a library that the bundle embeds
      }
      Path file = Path.of(type.getSource().orElseThrow().getUri());
      ours.stream()
          .filter(folder -> file.startsWith(classesOf(folder)))
          .forEach(folder -> byModule.computeIfAbsent(folder, key -> new ArrayList<>()).add(type));
    }
    return byModule;
  }

  /** A package of the API that a bundle brings along is looked at where it is at home. */
  private static boolean isCopyOfApi(Location location) {
    return location.contains("/bundles/") && location.contains("/org/gridtill/api/");
  }

  private static Manifest manifest(Path module) throws IOException {
    if (!Files.exists(manifestOf(module))) {
      return new Manifest();
    }
    try (InputStream in = Files.newInputStream(manifestOf(module))) {
      return new Manifest(in);
    }
  }

  /** A driver of tests is built after this test, and may see everything anyway. */
  private boolean isTestDriver(Path module) {
    return module.startsWith(root.resolve("tests"))
        && !module.startsWith(root.resolve("tests/simulators"));
  }

  private static List<Path> sources(Path module) throws IOException {
    if (!Files.isDirectory(module.resolve("src"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(module.resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static Path sourcesOf(Path module) {
    return module.resolve("src/main/java");
  }

  private static Path classesOf(Path module) {
    return module.resolve("target/classes");
  }

  private static Path manifestOf(Path module) {
    return classesOf(module).resolve("META-INF/MANIFEST.MF");
  }
}
