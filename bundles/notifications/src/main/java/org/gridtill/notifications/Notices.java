package org.gridtill.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.gridtill.store.notifications.NotificationRow;

/** Turns notices into rows and back. */
final class Notices {

  private static final int LONGEST_VALUE = 100;
  private static final int LONGEST_AUDIENCE = 64;
  private static final String SEPARATOR = "\n";

  private Notices() {}

  /**
   * Makes the row of a message that waits; what does not fit is cut, since nobody may fail here.
   */
  static NotificationRow row(Notice notice, Instant now) {
    return new NotificationRow(
        notice.eventKey(),
        notice.kind().name(),
        PlainText.of(notice.audience(), LONGEST_AUDIENCE),
        notice.values().stream()
            .map(value -> PlainText.of(value, LONGEST_VALUE))
            .collect(Collectors.joining(SEPARATOR)),
        State.WAITING.name(),
        now.toEpochMilli());
  }

  static OutboxMessage message(NotificationRow row) {
    return new OutboxMessage(
        notice(row),
        state(row),
        Instant.ofEpochMilli(row.createdAt()),
        row.attempts(),
        state(row) == State.WAITING ? time(row.nextAttemptAt()) : null,
        time(row.settledAt()),
        row.words());
  }

  static State state(NotificationRow row) {
    return State.valueOf(row.state());
  }

  /** Tells whether this version knows the kind; a later one may have written it. */
  static boolean isKnown(NotificationRow row) {
    return Arrays.stream(NoticeKind.values()).anyMatch(kind -> kind.name().equals(row.kind()));
  }

  static boolean isUrgent(NotificationRow row) {
    return isKnown(row) && NoticeKind.valueOf(row.kind()).urgent();
  }

  /** Returns the notice; one that an older version wrote gets the number of values of this one. */
  static Notice notice(NotificationRow row) {
    NoticeKind kind = NoticeKind.valueOf(row.kind());
    List<String> values = new ArrayList<>(Arrays.asList(row.values().split(SEPARATOR, -1)));
    values.addAll(Collections.nCopies(Math.max(0, kind.placeholders() - values.size()), ""));
    return new Notice(row.eventKey(), kind, row.audience(), values.subList(0, kind.placeholders()));
  }

  private static Instant time(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
