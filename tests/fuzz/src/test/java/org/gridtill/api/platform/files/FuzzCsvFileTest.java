package org.gridtill.api.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;

/** Files of comma-separated values, with two columns. */
class FuzzCsvFileTest {

  private static final List<String> COLUMNS = List.of("one", "two");

  @FuzzTest
  void file(byte[] data) throws Exception {
    String text = Inputs.text(data);
    try {
      CsvFile file = Effort.bounded(text.length(), () -> read(text));
      assertThat(file.lines()).noneMatch(FuzzCsvFileTest::holdsControl);
      // A line may become longer when everything is quoted, and is then none any more.
      CsvFile again = read(written(file));
      if (again.bad().isEmpty()) {
        assertThat(values(again)).isEqualTo(values(file));
      } else {
        assertThat(again.bad()).allMatch(bad -> bad.toString().contains("longer than"));
      }
    } catch (BadFileException e) {
      assertThat(e.lines()).isNotEmpty();
    }
  }

  private static CsvFile read(String text) throws IOException {
    return CsvFile.read(new StringReader(text), COLUMNS);
  }

  private static boolean holdsControl(CsvFile.Line line) {
    return line.values().values().stream()
        .anyMatch(value -> value.chars().anyMatch(Character::isISOControl));
  }

  private static String written(CsvFile file) {
    return "one,two\n"
        + file.lines().stream()
            .map(line -> quoted(line.value("one")) + ',' + quoted(line.value("two")) + '\n')
            .collect(Collectors.joining());
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  private static List<Map<String, String>> values(CsvFile file) {
    return file.lines().stream().map(CsvFile.Line::values).toList();
  }
}
