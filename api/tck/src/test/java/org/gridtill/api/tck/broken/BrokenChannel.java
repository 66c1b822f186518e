package org.gridtill.api.tck.broken;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.example.outside.Meeting;
import org.example.outside.Postbox;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.gridtill.api.tck.hello.HelloChannel;

/** Notification channels with one fault each. */
public final class BrokenChannel {

  private BrokenChannel() {}

  /** Knows the letters of the west alone. */
  public static class Western extends HelloChannel {
    @Override
    protected String word(String text) {
      byte[] letters = text.getBytes(StandardCharsets.ISO_8859_1);
      return super.word(new String(letters, StandardCharsets.ISO_8859_1));
    }
  }

  /** Puts texts into lines as they are. */
  public static class Trusting extends HelloChannel {
    @Override
    protected String word(String text) {
      return text;
    }
  }

  /** Cannot do without a recipient. */
  public static class Fragile extends HelloChannel {
    @Override
    public Delivery deliver(NotificationMessage message) {
      if (message.recipient().isEmpty()) {
        throw new IllegalArgumentException("no recipient");
      }
      return super.deliver(message);
    }
  }

  /** Takes a repeated message for another one. */
  public static class Forgetful extends HelloChannel {
    @Override
    protected void post(Postbox box, NotificationMessage message) {
      box.post(line(message));
    }
  }

  /** Knows a repeated message until it is restarted. */
  public static class ShortOfMemory extends HelloChannel {
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Override
    protected void post(Postbox box, NotificationMessage message) {
      if (known.add(message.eventKey())) {
        box.post(line(message));
      }
    }
  }

  /** Has one message for everybody. */
  public static class Mixing extends HelloChannel {
    private final Meeting meeting = new Meeting();
    private volatile NotificationMessage current;

    @Override
    public Delivery deliver(NotificationMessage message) {
      current = message;
      meeting.join();
      return super.deliver(current);
    }
  }

  /** Is surprised when nobody is there. */
  public static class Surprised extends HelloChannel {
    @Override
    public Delivery deliver(NotificationMessage message) {
      Delivery delivery = super.deliver(message);
      if (delivery == Delivery.TRY_LATER) {
        throw new IllegalStateException("nobody is there");
      }
      return delivery;
    }
  }

  /** Throws away what it cannot deliver now. */
  public static class Impatient extends HelloChannel {
    @Override
    public Delivery deliver(NotificationMessage message) {
      Delivery delivery = super.deliver(message);
      return delivery == Delivery.TRY_LATER ? Delivery.REJECTED : delivery;
    }
  }
}
