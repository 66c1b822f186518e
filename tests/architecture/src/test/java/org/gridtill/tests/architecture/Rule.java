package org.gridtill.tests.architecture;

import java.util.List;
import java.util.function.Function;

/**
 * A rule that the code keeps.
 *
 * @param name the rule in words
 * @param violations finds where it is broken, one sentence each
 */
record Rule(String name, Function<CodeBase, List<String>> violations) {

  List<String> brokenIn(CodeBase code) {
    return violations.apply(code).stream().distinct().sorted().toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
