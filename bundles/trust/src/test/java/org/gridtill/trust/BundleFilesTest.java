package org.gridtill.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file a bundle is loaded from, and that what can change counts for nothing. */
class BundleFilesTest {

  @TempDir Path folder;
  private BundleFiles files;

  @BeforeEach
  void make() {
    files = new BundleFiles(folder);
  }

  @Test
  void theLatestRevisionCounts() throws IOException {
    for (String revision : new String[] {"version0.9", "version0.10", "version1.2"}) {
      write("bundle7/" + revision + "/bundle.jar", revision);
      assertThat(files.of(7).path()).hasContent(revision);
    }
    assertThat(files.of(7).referred()).isFalse();
  }

  @Test
  void aReferenceIsFollowedAndKnown() throws IOException {
    Path jar = write("a file.jar", "jar");
    write("bundle7/version0.0/revision.location", "reference:" + jar.toUri());
    assertThat(files.of(7)).isEqualTo(new BundleFiles.BundleFile(jar, true));
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    Path exploded = Files.createDirectories(folder.resolve("exploded"));
    write("bundle7/version0.0/revision.location", "reference:" + exploded.toUri());
    assertThatThrownBy(() -> files.of(7)).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsNotThereIsNoFile() throws IOException {
    assertThatThrownBy(() -> files.of(7)).isInstanceOf(IOException.class);
    write("bundle7/version0.0/revision.location", "inputstream:");
    assertThatThrownBy(() -> files.of(7)).isInstanceOf(IOException.class);
  }

  @Test
  void aReferenceCountsInTheDistributionsFolderOnly() throws IOException {
    Path system = Files.createDirectories(folder.resolve("system"));
    Path ours = write("system/ours.jar", "ours");
    Path copy = write("copy.jar", "ours");
    Files.writeString(folder.resolve("list"), Sha256.of(ours) + "  ours.jar\n");
    DigestList list = DigestList.read(folder.resolve("list"));
    Examiner examiner = new Examiner(files, system, list, list);

    write("bundle7/version0.0/revision.location", "reference:" + ours.toUri());
    assertThat(examiner.examine(7).origin()).isEqualTo(Examination.Origin.DISTRIBUTION);
    write("bundle8/version0.0/revision.location", "reference:" + copy.toUri());
    assertThat(examiner.examine(8).fault()).contains("is installed by reference");
  }

  @Test
  void aListWithSomethingElseIsNone() throws IOException {
    Path list = write("list", "# ours\n\nabc  x.jar\n");
    assertThatThrownBy(() -> DigestList.read(list)).hasMessageContaining("abc");
    assertThat(DigestList.read(folder.resolve("none")).isEmpty()).isTrue();
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
