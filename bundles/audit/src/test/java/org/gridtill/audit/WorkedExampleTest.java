package org.gridtill.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditRecord;
import org.junit.jupiter.api.Test;

/** The example in docs/audit.md, which was not computed by this code, but by that page's words. */
class WorkedExampleTest {

  @Test
  void isWhatIsWritten() throws IOException {
    AuditRecord first =
        RecordHash.record(
            1,
            Instant.parse("2026-11-28T12:00:00Z"),
            new AuditEvent(
                "platform",
                "",
                "person-add",
                "admin",
                AuditEvent.Outcome.DONE,
                null,
                "ADMINISTRATOR",
                "the first person"),
            AuditAnchor.NONE.hash());
    AuditRecord second =
        RecordHash.record(
            2,
            Instant.parse("2026-11-28T12:01:00.125Z"),
            new AuditEvent(
                "alice",
                "ssh /127.0.0.1:50312",
                "limit-authorize",
                "A001",
                AuditEvent.Outcome.DONE,
                "0.00",
                "50000.00",
                "河滨代办点"),
            first.hash());

    assertThat(example()).containsExactly(JsonLine.of(first), JsonLine.of(second));
  }

  private static List<String> example() throws IOException {
    return Files.readAllLines(Path.of("../../docs/audit.md")).stream()
        .filter(line -> line.startsWith("{\"number\""))
        .toList();
  }
}
