package org.gridtill.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;

/** Lines typed into the shell, which are kept without the secrets in them. */
class FuzzTypedLineTest {

  private static final String SECRET = "0123456789ABCDEF0123456789ABCDEF";

  @FuzzTest
  void line(byte[] data) throws Exception {
    String text = Inputs.text(data);
    if (text.contains(SECRET)) {
      return; // The fuzzer has learned it.
    }
    TypedLine line = new TypedLine(text);
    Effort.bounded(text.length(), line::words);
    Effort.bounded(text.length(), line::act);
    Effort.bounded(text.length(), line::first);
    Effort.bounded(text.length(), line::isKept);
    String before = text.replaceAll("\\R", " ") + ' ';
    assertThat(new TypedLine(before + "--password " + SECRET).words()).doesNotContain(SECRET);
    assertThat(new TypedLine("key-load " + SECRET + ' ' + text).words()).doesNotContain(SECRET);
  }
}
