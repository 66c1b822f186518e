package org.gridtill.build.same;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares small trees. */
class CompareBuildsTest {

  private static final long NOON = 1_800_000_000_000L;

  @TempDir private Path first;
  @TempDir private Path second;

  @BeforeEach
  void build() throws IOException {
    for (Path tree : List.of(first, second)) {
      jar(tree, NOON, "a=1", "b=2");
      tar(tree, "755", "bin/start=go", "long=x");
      write(
          tree,
          "features/target/feature/feature.xml",
          "<features/>".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void equalBuildsAreEqual() throws IOException {
    write(first, "tests/target/only-of-the-first.jar", new byte[1]);

    assertThatCode(this::compare).doesNotThrowAnyException();
    assertThat(new CompareBuilds(first, second).made()).hasSize(3);
  }

  @Test
  void anotherContentIsNamed() throws IOException {
    jar(second, NOON, "a=1", "b=3");

    assertDiffers("bundles/x/target/x.jar: the content of b differs");
  }

  @Test
  void anotherTimeIsNamed() throws IOException {
    jar(second, NOON + 60_000, "a=1", "b=2");

    assertDiffers("x.jar: a has time ");
  }

  @Test
  void anotherOrderIsNamed() throws IOException {
    jar(second, NOON, "b=2", "a=1");

    assertDiffers("x.jar: entry 1 is a in one and b in the other");
  }

  @Test
  void oneEntryMoreIsNamed() throws IOException {
    jar(second, NOON, "a=1", "b=2", "c=3");

    assertDiffers("x.jar: one has 2 entries and the other 3");
  }

  @Test
  void anotherModeInTheDistributionIsNamed() throws IOException {
    tar(second, "644", "bin/start=go", "long=x");

    assertDiffers("d.tar.gz: bin/start has mode 755");
  }

  @Test
  void anotherContentUnderALongNameIsNamed() throws IOException {
    tar(second, "755", "bin/start=go", "long=y");

    assertDiffers("the content of " + longName() + " differs");
  }

  @Test
  void anotherFeatureFileIsNamed() throws IOException {
    write(second, "features/target/feature/feature.xml", new byte[3]);

    assertDiffers("feature.xml: the bytes differ");
  }

  @Test
  void whatOnlyTheSecondHasIsNamed() throws IOException {
    write(second, "bundles/y/target/y.jar", new byte[1]);

    assertDiffers("y.jar was made by the second build only");
  }

  @Test
  void aBuildWithoutADistributionIsNone() throws IOException {
    Files.delete(second.resolve("karaf-assembly/target/d.tar.gz"));

    assertThatThrownBy(this::compare).hasMessageContaining("has made no distribution");
  }

  private void assertDiffers(String where) {
    assertThatThrownBy(this::compare)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(where);
  }

  private void compare() throws IOException {
    CompareBuilds.main(new String[] {first.toString(), second.toString()});
  }

  private static void jar(Path tree, long time, String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String entry : entries) {
        ZipEntry next = new ZipEntry(entry.substring(0, entry.indexOf('=')));
        next.setTime(time);
        zip.putNextEntry(next);
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    }
    write(tree, "bundles/x/target/x.jar", bytes.toByteArray());
  }

  private static void tar(Path tree, String mode, String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream tar = new GZIPOutputStream(bytes)) {
      for (String entry : entries) {
        String name = entry.substring(0, entry.indexOf('='));
        byte[] content = entry.getBytes(StandardCharsets.UTF_8);
        if (name.equals("long")) {
          String extended = "617 path=" + longName() + "\n";
          put(tar, "././@PaxHeader", 'x', mode, extended.getBytes(StandardCharsets.UTF_8));
        }
        put(tar, name, '0', mode, content);
      }
      tar.write(new byte[1024]);
    }
    write(tree, "karaf-assembly/target/d.tar.gz", bytes.toByteArray());
  }

  private static String longName() {
    return "d/" + "x".repeat(600);
  }

  private static void put(OutputStream tar, String name, char type, String mode, byte[] content)
      throws IOException {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, mode);
    put(header, 124, "%011o".formatted(content.length));
    put(header, 136, "%011o".formatted(NOON / 1000));
    header[156] = (byte) type;
    tar.write(header);
    tar.write(content);
    tar.write(new byte[(512 - content.length % 512) % 512]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static void write(Path tree, String file, byte[] content) throws IOException {
    Path path = tree.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, content);
  }
}
