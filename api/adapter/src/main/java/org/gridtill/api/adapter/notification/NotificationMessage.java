package org.gridtill.api.adapter.notification;

/**
 * One message to one person.
 *
 * @param eventKey what the message tells about; two messages of one key are the same message
 * @param recipient where to, in the channel's own form, such as a telephone number
 * @param text what to say
 */
public record NotificationMessage(String eventKey, String recipient, String text) {}
