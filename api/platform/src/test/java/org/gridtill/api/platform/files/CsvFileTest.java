package org.gridtill.api.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.gridtill.api.platform.files.BadFileException.BadLine;
import org.junit.jupiter.api.Test;

class CsvFileTest {

  private static final List<String> COLUMNS = List.of("one", "two");

  private static CsvFile read(String text) throws IOException {
    return CsvFile.read(new StringReader(text), COLUMNS);
  }

  @Test
  void readsQuotesSpacesMarksAndLineEnds() throws IOException {
    CsvFile file = read("\uFEFFone,two\r\n\"a \"\"b\"\", c\",  d  \r\n\r\n,\u3000e\n");

    assertThat(file.bad()).isEmpty();
    assertThat(file.lines())
        .containsExactly(
            new CsvFile.Line(2, Map.of("one", "a \"b\", c", "two", "d")),
            new CsvFile.Line(4, Map.of("one", "", "two", "e")));
  }

  @Test
  void aBadLineHidesNoOther() throws IOException {
    CsvFile file =
        read("one,two\n\"a,b\nc,d\ne\n" + "x".repeat(998) + ",yz\nf\u0000,g\nh,i\uFFFD\n");

    assertThat(file.lines()).containsExactly(new CsvFile.Line(3, Map.of("one", "c", "two", "d")));
    assertThat(file.bad())
        .extracting(BadLine::toString)
        .containsExactly(
            "line 2: not comma-separated values; is a quote open?",
            "line 4: 1 values, not 2",
            "line 5: longer than 1000 characters",
            "line 6: a character that is no text; the file must be UTF-8",
            "line 7: a character that is no text; the file must be UTF-8");
  }

  @Test
  void needsTheRightHeader() {
    for (String text :
        List.of(
            "\n", "\none,two\n", "one\n", "one,two,three\n", "one,one\n", "a,b\n", "\"one,two\n")) {
      assertThatThrownBy(() -> read(text))
          .isInstanceOfSatisfying(
              BadFileException.class,
              bad ->
                  assertThat(bad.lines())
                      .containsExactly(new BadLine(1, "the header must name the columns one,two")));
    }
    assertThatThrownBy(() -> read(""))
        .isInstanceOfSatisfying(
            BadFileException.class,
            bad -> assertThat(bad.lines()).containsExactly(new BadLine(1, "the file is empty")));
  }

  @Test
  void neverReadsAnEndlessFile() {
    Reader endless =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) {
            java.util.Arrays.fill(buffer, offset, offset + length, 'x');
            return length;
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> CsvFile.read(endless, COLUMNS))
        .isInstanceOfSatisfying(
            BadFileException.class,
            bad ->
                assertThat(bad.lines())
                    .containsExactly(new BadLine(1, "the file is longer than 8000000 characters")));
  }
}
