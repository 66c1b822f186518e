package org.gridtill.notifications;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Agencies.Contact;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.store.notifications.NotificationRow;

/** Who is told: the contact of an agency, or each of those who run the platform. */
final class Audience {

  static final int LONGEST_ADDRESS = 64;

  private final Agencies agencies;
  private final List<Contact> operations;

  Audience(Agencies agencies, List<Contact> operations) {
    this.agencies = agencies;
    this.operations = List.copyOf(operations);
  }

  /** Returns who is told next; empty if nobody is left, or nobody was there from the beginning. */
  Optional<Contact> next(NotificationRow row) {
    Told told = Told.parse(row.told());
    List<Contact> left = isOperations(row) ? left(told) : agency(row, told);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    // In turns, so that one who cannot be reached does not keep it from the others.
    Contact turn = left.get(row.attempts() % left.size());
    return row.inDoubt()
        ? left.stream().filter(contact -> contact.address().equals(row.recipient())).findFirst()
        : Optional.of(turn);
  }

  /** Tells whether somebody is left to be told, once it is over with one. Asks no other service. */
  boolean hasMore(NotificationRow row, Told told) {
    return isOperations(row) && !left(told).isEmpty();
  }

  private List<Contact> left(Told told) {
    return operations.stream()
        .filter(contact -> !told.ends().containsKey(contact.address()))
        .toList();
  }

  /** An agency is one recipient, also if its contact has changed meanwhile. */
  private List<Contact> agency(NotificationRow row, Told told) {
    return told.isEmpty() ? contact(row.audience()).stream().toList() : List.of();
  }

  private Optional<Contact> contact(String agencyCode) {
    try {
      Contact contact = agencies.contact(Holder.agency(agencyCode));
      String address = PlainText.of(contact.address(), LONGEST_ADDRESS).strip();
      return Optional.of(new Contact(address, contact.language()))
          .filter(found -> !found.address().isEmpty());
    } catch (IllegalArgumentException e) {
      // There is no such agency; that of course has no contact.
      return Optional.empty();
    }
  }

  /** Returns the sentence about a message for which there is nobody. */
  static String nobody(NotificationRow row) {
    return isOperations(row)
        ? "nobody to tell: no contact of operations is configured"
        : "nobody to tell: agency " + row.audience() + " has no contact";
  }

  /**
   * Returns the key by which a channel knows the message again. Of several who are told of one
   * event each has a message of its own.
   */
  static String key(NotificationRow row, String address) {
    return isOperations(row) ? row.eventKey() + '/' + address : row.eventKey();
  }

  private static boolean isOperations(NotificationRow row) {
    return row.audience().equals(Notice.OPERATIONS);
  }
}
