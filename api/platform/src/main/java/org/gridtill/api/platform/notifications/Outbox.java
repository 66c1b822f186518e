package org.gridtill.api.platform.notifications;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Messages to people, filled in the commit of what they tell and sent afterwards. Nothing that goes
 * wrong with sending ever reaches whoever filled it. Safe for use by several threads and nodes.
 */
@ProviderType
public interface Outbox {

  /**
   * Adds a message in the caller's transaction. A message of a key that was added before is not
   * added again. The caller must hold a lock that keeps others from adding the same key at the same
   * moment, such as that on the row which the message is about.
   */
  void add(Notice notice);

  /**
   * Returns messages, the latest first.
   *
   * @param troubleOnly only those that were rejected, given up or are unknown, and those that are
   *     overdue: tried in vain, or not even tried five minutes after their time
   */
  List<OutboxMessage> list(boolean troubleOnly, int limit);

  /**
   * Lets a message be sent again that was rejected, given up or of which nobody knows whether it
   * was delivered.
   *
   * @throws IllegalArgumentException if there is no such message, or it is delivered or waiting
   */
  void retry(String eventKey);
}
