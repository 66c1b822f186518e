package org.gridtill.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.gridtill.api.platform.files.BadFileException;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;

/** Files of terminals, identity cards and SIMs. */
class FuzzTerminalFileTest {

  @FuzzTest
  void file(byte[] data) throws Exception {
    String text = Inputs.text(data);
    try {
      TerminalFile.Content read =
          Effort.bounded(text.length(), () -> TerminalFile.read(new StringReader(text)));
      Map<String, String> agencies = new HashMap<>();
      assertThat(read.lines())
          .allSatisfy(
              line -> {
                assertThat(line.iccid().isEmpty()).isEqualTo(line.imsi().isEmpty());
                String before = agencies.putIfAbsent(line.terminal(), line.agency());
                assertThat(before).isIn(null, line.agency());
              });
    } catch (BadFileException e) {
      assertThat(e.lines()).isNotEmpty();
    }
  }
}
