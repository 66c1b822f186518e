package org.gridtill.api.tck.hello;

import java.net.ConnectException;
import java.util.Map;
import org.example.outside.Postbox;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.notification.NotificationMessage;

/** A channel without a fault, to a {@link Postbox}. */
public class HelloChannel implements NotificationChannel {

  private volatile String postbox = "";

  /** Connects it, as Declarative Services does. */
  public void activate(Map<String, Object> settings) {
    postbox = String.valueOf(settings.get("postbox"));
  }

  @Override
  public Delivery deliver(NotificationMessage message) {
    try {
      post(Postbox.named(postbox), message);
      return Delivery.ACCEPTED;
    } catch (ConnectException e) {
      return Delivery.TRY_LATER;
    }
  }

  /** Hands it over. */
  protected void post(Postbox box, NotificationMessage message) {
    box.postOnce(message.eventKey(), line(message));
  }

  /** Returns it as the other side takes it. */
  protected final String line(NotificationMessage message) {
    return message.eventKey() + '\t' + word(message.recipient()) + '\t' + word(message.text());
  }

  /** Makes one word out of whatever it is. */
  protected String word(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
  }
}
