package org.gridtill.tests.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gridtill.tests.architecture.TreeScanner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds each API bundle, as built, against the baseline that stands beside it. With the system
 * property {@code gridtill.baseline.write} it writes the baselines instead; {@code ./gridtill
 * baseline} does that, at a release.
 */
class ApiBaselineTest {

  private static final Path ROOT = TreeScanner.rootOfThisTree();

  @ParameterizedTest
  @MethodSource("bundles")
  void thePackagesVersionsFollowTheirChanges(Path bundle) throws Exception {
    Path baseline = bundle.resolve("baseline.txt");
    Api current = Api.of(classes(bundle), classes(ROOT.resolve("api/adapter")));
    assertThat(current.packages()).as("packages that " + bundle + " exports").isNotEmpty();
    if (Boolean.getBoolean("gridtill.baseline.write")) {
      BaselineFile.write(baseline, current);
    }
    assertThat(baseline).as("a new API bundle needs './gridtill baseline' once").exists();
    assertThat(VersionCheck.problems(BaselineFile.read(baseline), current)).isEmpty();
  }

  static List<Path> bundles() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT.resolve("api"))) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
          // The kit of tests is no bundle, and nobody's code runs against it.
          .filter(folder -> !folder.endsWith("tck"))
          .sorted()
          .toList();
    }
  }

  private static Path classes(Path bundle) {
    return bundle.resolve("target/classes");
  }
}
