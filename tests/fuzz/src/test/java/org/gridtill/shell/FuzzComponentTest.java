package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HexFormat;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;

/** Components of keys, as people type them. */
class FuzzComponentTest {

  @FuzzTest
  void component(byte[] data) throws Exception {
    String text = Inputs.text(data);
    try {
      byte[] component = Effort.bounded(text.length(), () -> Component.parse(text));
      assertThat(HexFormat.of().formatHex(component)).isEqualToIgnoringCase(text.replace(" ", ""));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isEqualTo("a component has 32 hexadecimal digits");
    }
  }
}
