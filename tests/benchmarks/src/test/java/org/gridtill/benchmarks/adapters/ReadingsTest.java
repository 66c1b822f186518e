package org.gridtill.benchmarks.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTest {

  @Test
  void theStateOfACircuitIsFoundByTheHeading() throws IOException {
    String table =
        """
        Adapter | Kind     | Calls | Stuck | Circuit | Adapter state
        --------+----------+-------+-------+---------+--------------
        loops   | terminal | 32    | 30    | open    | ready; decode: gave no answer
        pos     | terminal | 0     | 0     | closed  | ready
        """;
    assertThat(Health.of(table, "loops")).isEqualTo(new Health("open", "30"));
    assertThat(Health.of(table.replace('|', '\u2502'), "pos").circuit()).isEqualTo("closed");
    assertThatIOException().isThrownBy(() -> Health.of(table, "blocks"));
  }

  @Test
  void theHeapIsTheTotalOfAHistogram() throws IOException {
    String histogram =
        """
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:        143101       12345678  [B (java.base@17)
        Total       1234567       87654321
        """;
    assertThat(Jvm.heapOf(histogram)).isEqualTo(87_654_321);
    assertThatIOException().isThrownBy(() -> Jvm.heapOf("no such process"));
  }

  @Test
  void commentsImportsAndEmptyLinesAreNoCode() {
    List<String> text =
        """
        package org.example;

        import java.util.List;

        /**
         * A class.
         */
        // One more.
        class One {
          /* A field. */
          int field; // its comment
        }
        """
            .lines()
            .toList();
    assertThat(AdapterSize.count(text)).isEqualTo(new AdapterSize.Lines(12, 3));
  }
}
