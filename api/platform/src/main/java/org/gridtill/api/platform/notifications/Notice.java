package org.gridtill.api.platform.notifications;

import java.util.List;

/**
 * Something that somebody should know.
 *
 * @param eventKey what it tells about, at most 80 characters; nobody is told twice of one key
 * @param kind which template says it
 * @param audience who should know: the code of an agency, or {@link #OPERATIONS}
 * @param values what the template needs, in the order of its placeholders; each at most 100
 *     characters
 */
public record Notice(String eventKey, NoticeKind kind, String audience, List<String> values) {

  /** Those who run the platform. */
  public static final String OPERATIONS = "operations";

  /**
   * Checks the key and the number of values.
   *
   * @throws IllegalArgumentException if one is wrong
   */
  public Notice {
    values = List.copyOf(values);
    if (eventKey.isEmpty() || eventKey.length() > 80) {
      throw new IllegalArgumentException("wrong event key: " + eventKey);
    }
    if (values.size() != kind.placeholders()) {
      throw new IllegalArgumentException(kind + " needs " + kind.placeholders() + " values");
    }
  }
}
