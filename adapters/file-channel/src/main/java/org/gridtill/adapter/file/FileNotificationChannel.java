package org.gridtill.adapter.file;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.gridtill.api.adapter.GridTillAdapter;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file as a notification channel: for trials, and for whoever passes messages on by other means.
 * Any other channel has precedence.
 *
 * <p>A message is written once, however often it comes, as long as it is among the last {@value
 * #REMEMBERED} and within the last {@value #TAIL_BYTES} bytes of the file, which is read again
 * after a start.
 */
@Component(
    service = NotificationChannel.class,
    configurationPid = FileConfiguration.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    property = {
      NotificationChannel.IDEMPOTENT + ":Boolean=true",
      Constants.SERVICE_RANKING + ":Integer=-1000"
    })
@Designate(ocd = FileConfiguration.class)
@GridTillAdapter(adapter = "file", vendor = "GridTill")
public final class FileNotificationChannel implements NotificationChannel {

  static final int REMEMBERED = 10_000;
  static final int TAIL_BYTES = 16 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(FileNotificationChannel.class);

  private final MessageFile file;

  /** The keys of the last messages, as the file has them; null until it has been read. */
  private Set<String> written;

  /**
   * Takes the configuration; the file is opened with the first message.
   *
   * @throws IllegalArgumentException if the configuration is wrong; names PID and key
   */
  @Activate
  public FileNotificationChannel(FileConfiguration configuration) {
    file = new MessageFile(path(configuration.file()));
  }

  private static Path path(String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(FileConfiguration.PID + ": file is missing");
    }
    try {
      Path path = Path.of(text.strip());
      if (path.getFileName() == null) {
        throw new IllegalArgumentException(FileConfiguration.PID + ": file is a folder: " + text);
      }
      return path;
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(FileConfiguration.PID + ": file is no path: " + text, e);
    }
  }

  @Override
  public synchronized Delivery deliver(NotificationMessage message) {
    String key = JsonLine.escape(message.eventKey());
    try {
      if (written == null) {
        written = read();
      }
      if (!written.contains(key)) {
        file.append(JsonLine.of(message));
        remember(written, key);
      }
      return Delivery.ACCEPTED;
    } catch (IOException e) {
      LOG.warn("Message {} cannot be written: {}", key, e.toString());
      // Whether the line is there is for the file to say.
      written = null;
      return Delivery.TRY_LATER;
    }
  }

  private Set<String> read() throws IOException {
    Set<String> keys = new LinkedHashSet<>();
    for (String line : file.tail(TAIL_BYTES)) {
      String key = JsonLine.escapedKey(line);
      if (key != null) {
        remember(keys, key);
      }
    }
    return keys;
  }

  private static void remember(Set<String> keys, String key) {
    keys.add(key);
    if (keys.size() > REMEMBERED) {
      var oldest = keys.iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
