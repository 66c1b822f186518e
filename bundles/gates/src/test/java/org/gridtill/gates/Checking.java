package org.gridtill.gates;

import java.util.Optional;
import org.gridtill.api.adapter.SelfCheck;

/**
 * An adapter that knows what is wrong with it.
 *
 * @param wrong empty if nothing is; null to fail in the check
 */
record Checking(String wrong) implements SelfCheck {

  @Override
  public Optional<String> selfCheck() {
    if (wrong == null) {
      throw new IllegalStateException("a bug");
    }
    return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong);
  }
}
