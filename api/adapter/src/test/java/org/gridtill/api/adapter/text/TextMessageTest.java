package org.gridtill.api.adapter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.junit.jupiter.api.Test;

class TextMessageTest {

  @Test
  void isWrittenLineByLine() {
    TextMessage message =
        TextMessage.of("status", "ok").with("due", Money.ofFen(5)).with("key", new byte[] {-1, 16});
    assertThat(message).hasToString("status=ok\ndue=0.05\nkey=FF10\n");
  }

  @Test
  void aTextOfManyLinesBecomesManyLines() {
    TextMessage message = TextMessage.of("receipt", "收据\n\nmac=0\r");
    assertThat(message).hasToString("receipt=收据\nreceipt=\nreceipt=mac=0 \n");
    assertThat(message.texts("receipt")).containsExactly("收据", "", "mac=0 ");
  }

  @Test
  void takesNoNameThatIsNone() {
    for (String name : List.of("", "A", "a b", "a=b", "a\nb", "mac", "1", "x".repeat(33))) {
      assertThatIllegalArgumentException().isThrownBy(() -> TextMessage.of(name, "value"));
    }
  }

  @Test
  void isReadAsItIsWritten() {
    TextMessage message =
        TextMessage.parse(List.of("consumer=0100000001", "amount=12.34", "note=a=b", "empty="));
    assertThat(message.consumer("consumer")).isEqualTo(new ConsumerNo("0100000001"));
    assertThat(message.amount("amount")).isEqualTo(Money.ofFen(1234));
    assertThat(message.text("note")).isEqualTo("a=b");
    assertThat(message.text("empty")).isEmpty();
    assertThat(message.has("other")).isFalse();
  }

  @Test
  void tellsWhichLineIsWrong() {
    for (String line : List.of("", "no equals sign", "=x", "A=x", "mac=x", "a=\t", "a=\r")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TextMessage.parse(List.of("a=b", line)))
          .withMessage("wrong line 2");
    }
  }

  @Test
  void tellsWhatIsMissingOrWrongWithoutItsContent() {
    TextMessage message = TextMessage.parse(List.of("twice=1", "twice=2", "amount=secret"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message.text("once"))
        .withMessage("no once");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message.text("twice"))
        .withMessage("more than one twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message.amount("amount"))
        .withMessage("wrong amount");
  }
}
