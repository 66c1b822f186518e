package org.gridtill.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.function.Function;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.people.Role;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;

/** Single words of files, commands and messages, each of which is read again as it is written. */
class FuzzWordsTest {

  @FuzzTest
  void word(byte[] data) throws Exception {
    String text = Inputs.text(data);
    sameAgain(text, Money::parse, Money::toString);
    sameAgain(text, SerialNo::new, SerialNo::toString);
    sameAgain(text, AuditAnchor::parse, AuditAnchor::toString);
    sameAgain(text, Holder::parse, Holder::toString);
    sameAgain(text, Role::parse, Role::words);
    sameAgain(text, TerminalKind::parse, TerminalKind::word);
  }

  private static <T> void sameAgain(
      String text, Function<String, T> read, Function<T, String> write) throws Exception {
    T value;
    try {
      value = Effort.bounded(text.length(), () -> read.apply(text));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(read.apply(write.apply(value))).isEqualTo(value);
  }
}
