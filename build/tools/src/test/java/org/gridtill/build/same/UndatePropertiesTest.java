package org.gridtill.build.same;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the time out of files, and nothing else. */
class UndatePropertiesTest {

  @TempDir private Path folder;

  @Test
  void theTimeGoesAndEverythingElseStays() throws IOException {
    Path edited =
        write(UndateProperties.EDITED + "\n#Sat Nov 28 13:32:14 UTC 2026\n#why\na=\u00e4\n");

    run();
    run();

    assertThat(read(edited)).isEqualTo(UndateProperties.EDITED + "\n#why\na=\u00e4\n");
  }

  @Test
  void whatTheAssemblyHasNotEditedStays() throws IOException {
    Path own = write("# ours\n# two\r\nb=1");

    run();

    assertThat(read(own)).isEqualTo("# ours\n# two\r\nb=1");
  }

  private void run() throws IOException {
    UndateProperties.main(new String[] {folder.toString()});
  }

  private Path write(String text) throws IOException {
    Path etc = Files.createDirectories(folder.resolve("etc"));
    return Files.writeString(etc.resolve("x.cfg"), text, StandardCharsets.ISO_8859_1);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
