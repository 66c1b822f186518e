package org.gridtill.api.tck;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.example.outside.Postbox;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.gridtill.api.tck.hello.HelloChannel;

/** The suite on a channel of these tests. */
class HelloChannelSuite extends NotificationChannelTck {

  private static final String NAME = "postbox";

  private final Postbox postbox = Postbox.open(NAME);

  @Override
  protected NotificationChannel channel() {
    return connected(NAME);
  }

  @Override
  protected NotificationChannel channelWithoutPeer() {
    return connected("nobody");
  }

  private static NotificationChannel connected(String name) {
    HelloChannel made = Examination.adapter(HelloChannel.class);
    made.activate(Map.of("postbox", name));
    return made;
  }

  @Override
  protected List<NotificationMessage> taken() {
    return postbox.lines().stream().map(HelloChannelSuite::message).toList();
  }

  private static NotificationMessage message(String line) {
    String[] parts = line.split("\t", -1);
    return new NotificationMessage(
        parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
  }

  @Override
  protected String recipient() {
    return "13800000000";
  }

  @Override
  protected boolean isIdempotent() {
    return true;
  }

  @Override
  protected String packageName() {
    return Examination.current().type().getPackageName();
  }

  @Override
  protected Path bundle() {
    return HelloBundle.of(
        Examination.current(),
        NotificationChannel.class,
        "org.gridtill.api.adapter,org.gridtill.api.adapter.notification,org.example.outside");
  }

  @Override
  protected Map<String, Object> settings() {
    return Map.of("postbox", NAME);
  }

  @Override
  protected String pid() {
    return HelloBundle.PID;
  }
}
