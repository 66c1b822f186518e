package org.gridtill.api.platform.audit;

import java.util.Objects;

/**
 * Something that was done, or that somebody tried to do. Holds no secret, and no consumer's name or
 * phone number: whoever makes it leaves them out or masks them.
 *
 * <p>What is longer than its limit is cut, and a character that a database may refuse or change is
 * replaced, so that a record reads from the database as it was written.
 *
 * @param person who; {@link #PLATFORM} if nobody was logged in; at most 64 characters
 * @param origin where they came from, such as {@code ssh /127.0.0.1:50312}; at most 100 characters
 * @param act what, in lower-case words with dashes, such as {@code limit-authorize}; at most 64
 *     characters
 * @param subject what it is about, such as an agency; at most 200 characters
 * @param outcome what became of it
 * @param before what was so before; null if nothing was or nobody knows; at most 1000 characters
 * @param after what is so now; null if nothing is or nobody knows; at most 1000 characters
 * @param details more, such as the command as it was typed; at most 1000 characters
 */
public record AuditEvent(
    String person,
    String origin,
    String act,
    String subject,
    Outcome outcome,
    String before,
    String after,
    String details) {

  /** The person in what the platform does by itself. */
  public static final String PLATFORM = "platform";

  private static final int LONGEST_PERSON = 64;
  private static final int LONGEST_ORIGIN = 100;
  private static final int LONGEST_ACT = 64;
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_TEXT = 1000;
  private static final char REPLACEMENT = '\uFFFD';

  /** What became of an act. */
  public enum Outcome {
    /** It has begun; another record says how it ended, unless the platform ended first. */
    BEGUN,
    /** It is done. */
    DONE,
    /** It was allowed, and it failed. */
    FAILED,
    /** It was not allowed. */
    REFUSED
  }

  /** Makes all texts such that they can be kept. */
  public AuditEvent {
    Objects.requireNonNull(outcome, "outcome");
    person = kept(Objects.requireNonNull(person, "person"), LONGEST_PERSON);
    origin = kept(Objects.requireNonNull(origin, "origin"), LONGEST_ORIGIN);
    act = kept(Objects.requireNonNull(act, "act"), LONGEST_ACT);
    subject = kept(Objects.requireNonNull(subject, "subject"), LONGEST_SUBJECT);
    before = kept(before, LONGEST_TEXT);
    after = kept(after, LONGEST_TEXT);
    details = kept(Objects.requireNonNull(details, "details"), LONGEST_TEXT);
  }

  /** An act of the platform itself. */
  public static AuditEvent ofPlatform(String act, String subject, String details) {
    return new AuditEvent(PLATFORM, "", act, subject, Outcome.DONE, null, null, details);
  }

  private static String kept(String text, int longest) {
    if (text == null) {
      return null;
    }
    StringBuilder kept = new StringBuilder(Math.min(text.length(), longest));
    text.codePoints()
        .map(point -> isKept(point) ? point : REPLACEMENT)
        .takeWhile(point -> kept.length() + Character.charCount(point) <= longest)
        .forEachOrdered(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isKept(int point) {
    return !Character.isISOControl(point)
        && (point > Character.MAX_VALUE || !Character.isSurrogate((char) point));
  }
}
