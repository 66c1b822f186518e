package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class PosTextTest {

  @Test
  void cutsAfterAWholeCharacterOfOneTwoOrFourBytes() {
    String text = "a张\uD83D\uDE00b";
    assertThat(cut(text, 8)).isEqualTo(text);
    assertThat(cut(text, 7)).isEqualTo("a张\uD83D\uDE00");
    assertThat(cut(text, 6)).isEqualTo("a张");
    assertThat(cut(text, 2)).isEqualTo("a");
    assertThat(cut(text, 0)).isEmpty();
  }

  @Test
  void replacesControlCharactersButKeepsLines() {
    assertThat(cut("a\u001b[2J\r\nb\u0085", 99)).isEqualTo("a [2J \nb ");
  }

  private static String cut(String text, int maxBytes) {
    return new String(PosText.encode(text, maxBytes), Charset.forName("GB18030"));
  }
}
