package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.StringReader;
import org.gridtill.api.platform.files.BadFileException;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;

/** Statements of banks, and what the texts of their payments name. */
class FuzzStatementFileTest {

  @FuzzTest
  void statement(byte[] data) throws Exception {
    String text = Inputs.text(data);
    try {
      StatementFile.Content read =
          Effort.bounded(text.length(), () -> StatementFile.read(new StringReader(text)));
      assertThat(read.lines()).extracting(StatementFile.Line::reference).doesNotHaveDuplicates();
      assertThat(read.lines())
          .allSatisfy(
              line -> {
                assertThat(line.amount().isZero()).isFalse();
                requireOneName(PaymentText.of(line.text()));
              });
    } catch (BadFileException e) {
      assertThat(e.lines()).isNotEmpty();
    }
    PaymentText named = Effort.bounded(text.length(), () -> PaymentText.of(text));
    requireOneName(named);
    if (PaymentText.isReference(text)) {
      assertThat(named.batch()).isNotNull();
    }
  }

  private static void requireOneName(PaymentText text) {
    assertThat(text.batch() != null && text.agencyCode() != null).as("two names").isFalse();
  }
}
