package org.gridtill.api.adapter.notification;

/**
 * One message to one person.
 *
 * @param eventKey what the message tells about; two messages of one key are the same message
 * @param recipient where to, in the channel's own form, such as a telephone number
 * @param text what to say
 */
public record NotificationMessage(String eventKey, String recipient, String text) {

  /** Shows nothing of to whom it says what, since it may get into a log. */
  @Override
  public String toString() {
    return "NotificationMessage[" + eventKey + ']';
  }
}
