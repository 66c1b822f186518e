package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Shares of two versions, as a configuration says them: a line for each setting. */
class FuzzShareFileTest {

  private static final List<String> KEYS = List.of("adapter", "version", "percent", "terminals");

  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("etc");
  }

  @AfterEach
  void removeFolder() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @FuzzTest
  void settings(byte[] data) throws Exception {
    String[] lines = Inputs.text(data).split("\n", KEYS.size());
    Hashtable<String, Object> properties = new Hashtable<>();
    for (int i = 0; i < lines.length; i++) {
      properties.put(KEYS.get(i), lines[i]);
    }
    AdapterShare share;
    try {
      share = Effort.bounded(data.length, () -> ShareFile.read(properties));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(share.percent()).isBetween(0, 100);
    assertThat(ShareFile.read(new ShareFile(folder, "x").write(share))).isEqualTo(share);
  }
}
