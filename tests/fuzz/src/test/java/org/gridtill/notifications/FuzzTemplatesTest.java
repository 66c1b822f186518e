package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.fuzz.Effort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Operations' own words for notices: a file of patterns. */
class FuzzTemplatesTest {

  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.createTempFile("texts", ".properties");
  }

  @AfterEach
  void removeFile() throws IOException {
    Files.deleteIfExists(file);
  }

  @FuzzTest
  void patterns(byte[] data) throws Exception {
    Files.write(file, data);
    Templates templates;
    try {
      templates = Effort.bounded(data.length, () -> new Templates(file));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    for (NoticeKind kind : NoticeKind.values()) {
      List<String> values = Collections.nCopies(kind.placeholders(), "{0}'\n");
      assertThat(Effort.bounded(data.length, () -> templates.text(kind, "en", values))).isNotNull();
    }
  }
}
