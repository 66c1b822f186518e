package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.StringReader;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.files.BadFileException;
import org.gridtill.api.platform.files.BadFileException.BadLine;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;

/** Files of agencies and collectors. */
class FuzzAgencyFileTest {

  @FuzzTest
  void file(byte[] data) throws Exception {
    String text = Inputs.text(data);
    try {
      AgencyFile.Content read =
          Effort.bounded(text.length(), () -> AgencyFile.read(new StringReader(text)));
      assertThat(read.lines())
          .allSatisfy(
              line -> {
                assertThat(line.limit()).isGreaterThanOrEqualTo(Money.ZERO);
                assertThat(line.name()).isNotBlank();
                assertThat(line.holder().isCollector() && line.parent().isEmpty()).isFalse();
              });
      assertThat(read.bad()).extracting(BadLine::toString).noneMatch(text2 -> text2.contains("\n"));
    } catch (BadFileException e) {
      assertThat(e.lines()).isNotEmpty();
    }
  }
}
