package org.gridtill.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the whole tree, as built, against the rules. */
class ArchitectureTest {

  private static CodeBase tree;

  @BeforeAll
  static void scan() throws IOException {
    tree = TreeScanner.scanThisTree();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theTreeKeepsTheRule(Rule rule) {
    assertThat(rule.brokenIn(tree)).as(rule.name()).isEmpty();
  }

  static List<Rule> rules() {
    return Rules.ALL;
  }

  @Test
  void theScanSeesEveryKindOfModule() {
    assertThat(tree.modules()).extracting(Module::path).contains("api/adapter", "api/platform");
    assertThat(tree.modules())
        .anyMatch(Module::isCore)
        .anyMatch(Module::isAdapter)
        .anyMatch(Module::isSimulator)
        .anyMatch(Module::isWrappedLibrary);
  }

  @Test
  void everyModuleOfOursHasClassesAndEveryBundleAManifest() {
    assertThat(tree.modules())
        .filteredOn(module -> module.isProduct() || module.isSimulator())
        .filteredOn(module -> !module.isWrappedLibrary())
        .allSatisfy(module -> assertThat(module.classes()).as(module.path()).isNotEmpty());
    assertThat(tree.modules())
        .filteredOn(Module::isProduct)
        .allSatisfy(
            module ->
                assertThat(module.header("Bundle-SymbolicName"))
                    .as(module.path())
                    .startsWith(CodeBase.OURS));
  }
}
