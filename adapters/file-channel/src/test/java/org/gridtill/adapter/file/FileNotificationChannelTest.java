package org.gridtill.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNotificationChannelTest {

  @TempDir Path temp;
  private Path file;

  @BeforeEach
  void place() {
    file = temp.resolve("new/folder/notifications.log");
  }

  static FileNotificationChannel channel(String file) {
    return new FileNotificationChannel(
        new FileConfiguration() {
          @Override
          public String file() {
            return file;
          }

          @Override
          public Class<? extends Annotation> annotationType() {
            return FileConfiguration.class;
          }
        });
  }

  private FileNotificationChannel channel() {
    return channel(file.toString());
  }

  private static NotificationMessage message(String key) {
    return new NotificationMessage(key, "13800000000", "已冲正");
  }

  @Test
  void aMessageIsALine() throws IOException {
    FileNotificationChannel channel = channel();

    assertThat(channel.deliver(message("REVERSED/1"))).isEqualTo(Delivery.ACCEPTED);
    assertThat(channel.deliver(message("REVERSED/2"))).isEqualTo(Delivery.ACCEPTED);

    assertThat(file)
        .content()
        .isEqualTo(
            "{\"eventKey\":\"REVERSED/1\",\"recipient\":\"13800000000\",\"text\":\"已冲正\"}\n"
                + "{\"eventKey\":\"REVERSED/2\",\"recipient\":\"13800000000\",\"text\":\"已冲正\"}\n");
  }

  @Test
  void noValueForgesALineOrSpeaksToATerminal() throws IOException {
    String evil = "x\"}\n{\"eventKey\":\"REVERSED/9\",\"recipient\":\"1\",\"text\":\"paid\\\"}\r";
    String odd = "\u2028\u0085\u001b[2J\u202e\uD83D\uDE00\uD83D\t\\";
    FileNotificationChannel channel = channel();

    channel.deliver(new NotificationMessage(evil, odd, evil));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .contains("\\u2028\\u0085\\u001b[2J\\u202e\uD83D\uDE00\\ud83d\\u0009\\\\\"")
        .contains("x\\\"}\\u000a{\\\"eventKey\\\":\\\"REVERSED/9\\\",")
        .endsWith("\\\"paid\\\\\\\"}\\u000d\"}");
    FileNotificationChannel next = channel();
    next.deliver(message("REVERSED/9"));
    next.deliver(new NotificationMessage(evil, odd, evil));
    assertThat(Files.readAllLines(file))
        .as("the forged one is new, the evil one is not")
        .hasSize(2);
  }

  @Test
  void aMessageThatComesAgainIsWrittenOnce() throws IOException {
    channel().deliver(message("REVERSED/1"));
    FileNotificationChannel afterRestart = channel();

    assertThat(afterRestart.deliver(message("REVERSED/1"))).isEqualTo(Delivery.ACCEPTED);
    assertThat(afterRestart.deliver(message("REVERSED/1"))).isEqualTo(Delivery.ACCEPTED);
    afterRestart.deliver(message("REVERSED/2"));

    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void itRemembersSoManyAndNoMore() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(
        file,
        IntStream.rangeClosed(0, FileNotificationChannel.REMEMBERED)
            .mapToObj(i -> JsonLine.of(message("K/" + i)))
            .toList());
    long before = Files.size(file);
    FileNotificationChannel channel = channel();

    channel.deliver(message("K/1"));
    assertThat(Files.size(file)).as("the oldest that it remembers").isEqualTo(before);
    channel.deliver(message("K/0"));
    assertThat(Files.size(file)).as("one before").isGreaterThan(before);
  }

  @Test
  void ofALargeFileItReadsTheEnd() throws IOException {
    MessageFile messages = new MessageFile(file);
    messages.append("first");
    messages.append("second");
    messages.append("third");

    assertThat(messages.tail(100)).containsExactly("first", "second", "third");
    assertThat(messages.tail("cond\nthird\n".length())).containsExactly("third");
    assertThat(messages.tail("third\n".length())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventKey\":\"K/1\",\"recip",
        "{\"eventKey\":\"K/1\",\"recipient\":\"1\",\"text\":\"x\\\"}",
        "{\"eventKey\":\"K/1\",\"recipient\":\"1\",\"text\":\"x\"",
      })
  void whatAProcessLeftThatDiedCountsAsNothingAndSpoilsNothing(String torn) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, torn);

    assertThat(channel().deliver(message("K/1"))).isEqualTo(Delivery.ACCEPTED);

    assertThat(Files.readAllLines(file)).containsExactly(torn, JsonLine.of(message("K/1")));
    channel().deliver(message("K/1"));
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void aWholeLineWithoutItsBreakCounts() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, JsonLine.of(message("K\\/1")));

    channel().deliver(message("K\\/1"));
    channel().deliver(message("K/2"));

    assertThat(Files.readAllLines(file))
        .containsExactly(JsonLine.of(message("K\\/1")), JsonLine.of(message("K/2")));
  }

  @Test
  void aDiskThatFailsIsTriedLater() throws IOException {
    Files.createDirectories(file);
    FileNotificationChannel channel = channel();
    assertThat(channel.deliver(message("K/1"))).isEqualTo(Delivery.TRY_LATER);
    assertThat(file).isDirectory();

    Files.delete(file);
    assertThat(channel.deliver(message("K/1"))).isEqualTo(Delivery.ACCEPTED);
    assertThat(channel.deliver(message("K/1"))).isEqualTo(Delivery.ACCEPTED);
    assertThat(Files.readAllLines(file)).hasSize(1);

    Files.delete(file);
    Files.createDirectory(file);
    assertThat(channel.deliver(message("K/2"))).isEqualTo(Delivery.TRY_LATER);
  }

  @Test
  void aFolderThatCannotBeMadeIsTriedLater() throws IOException {
    Files.writeString(temp.resolve("new"), "in the way");

    assertThat(channel().deliver(message("K/1"))).isEqualTo(Delivery.TRY_LATER);
  }

  @Test
  void anInterruptedWriteLeavesNothingAndIsTriedLater() throws IOException {
    FileNotificationChannel channel = channel();
    channel.deliver(message("K/1"));

    Thread.currentThread().interrupt();
    assertThat(channel.deliver(message("K/2"))).isEqualTo(Delivery.TRY_LATER);
    assertThat(Thread.interrupted()).isTrue();

    assertThat(channel.deliver(message("K/2"))).isEqualTo(Delivery.ACCEPTED);
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void theFileMayBeMovedAway() throws IOException {
    FileNotificationChannel channel = channel();
    channel.deliver(message("K/1"));
    Files.move(file, temp.resolve("old"));

    channel.deliver(message("K/2"));

    assertThat(Files.readAllLines(file)).containsExactly(JsonLine.of(message("K/2")));
  }

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    channel().deliver(message("K/1"));
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(file.getParent())).isEqualTo("rwx------");

    Path open = temp.resolve("open.log");
    Files.writeString(open, "", StandardOpenOption.CREATE);
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));
    channel(open.toString()).deliver(message("K/1"));
    assertThat(permissions(open)).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void severalThreadsWriteWholeLines() throws Exception {
    FileNotificationChannel channel = channel();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Delivery>> work = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        String key = "K/" + i % 50;
        work.add(() -> channel.deliver(message(key)));
      }
      for (Future<Delivery> done : threads.invokeAll(work)) {
        assertThat(done.get()).isEqualTo(Delivery.ACCEPTED);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(Files.readAllLines(file))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 50).mapToObj(i -> JsonLine.of(message("K/" + i))).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "/", "a\u0000b"})
  void wrongSettingsAreRefusedByName(String wrong) {
    assertThatThrownBy(() -> channel(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("org.gridtill.adapter.file: file is ");
  }
}
