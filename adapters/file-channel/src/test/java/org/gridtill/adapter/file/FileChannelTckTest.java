package org.gridtill.adapter.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.gridtill.api.tck.NotificationChannelTck;
import org.junit.jupiter.api.io.TempDir;

/** The compatibility kit, with a file as the other side. */
class FileChannelTckTest extends NotificationChannelTck {

  private static final Pattern LINE =
      Pattern.compile("\\{\"eventKey\":\"(.*)\",\"recipient\":\"(.*)\",\"text\":\"(.*)\"}");

  @TempDir Path temp;

  private Path file() {
    return temp.resolve("messages");
  }

  @Override
  protected Map<String, Object> settings() {
    return Map.of("file", file().toString());
  }

  @Override
  protected NotificationChannel channel() {
    return FileNotificationChannelTest.channel(file().toString());
  }

  @Override
  protected NotificationChannel channelWithoutPeer() {
    // A folder is no place to write lines to.
    return FileNotificationChannelTest.channel(temp.toString());
  }

  @Override
  protected List<NotificationMessage> taken() throws IOException {
    return Files.readAllLines(file(), StandardCharsets.UTF_8).stream()
        .map(FileChannelTckTest::message)
        .toList();
  }

  private static NotificationMessage message(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new AssertionError("no line of the channel: " + line);
    }
    return new NotificationMessage(parts.group(1), parts.group(2), parts.group(3));
  }

  @Override
  protected String recipient() {
    return "13800000000";
  }

  @Override
  protected boolean isIdempotent() {
    return true;
  }
}
