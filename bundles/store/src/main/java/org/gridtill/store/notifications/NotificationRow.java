package org.gridtill.store.notifications;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * A message and what became of it. Whoever changes it has first taken it by a conditional update of
 * {@link #changes}, which is never written here. Times in milliseconds since 1970.
 */
@Entity
@Table(name = "gt_notification")
public class NotificationRow {

  @Id
  @Column(name = "event_key")
  private String eventKey;

  @Column(name = "kind", updatable = false)
  private String kind;

  @Column(name = "audience", updatable = false)
  private String audience;

  @Column(name = "notice_values", updatable = false)
  private String values;

  @Column(name = "created_at", updatable = false)
  private long createdAt;

  @Column(name = "changes", updatable = false)
  private int changes;

  @Column(name = "state")
  private String state;

  @Column(name = "waiting_since")
  private long waitingSince;

  @Column(name = "attempts")
  private int attempts;

  @Column(name = "failures")
  private int failures;

  @Column(name = "next_attempt_at")
  private Long nextAttemptAt;

  @Column(name = "settled_at")
  private Long settledAt;

  @Column(name = "words")
  private String words = "";

  @Column(name = "channel")
  private String channel = "";

  @Column(name = "repeatable")
  private int repeatable;

  @Column(name = "in_doubt")
  private int inDoubt;

  @Column(name = "recipient")
  private String recipient = "";

  @Column(name = "told")
  private String told = "";

  /** For the persistence provider. */
  protected NotificationRow() {}

  /**
   * A message that waits and is due at once.
   *
   * @param values one a line
   */
  public NotificationRow(
      String eventKey, String kind, String audience, String values, String state, long createdAt) {
    this.eventKey = eventKey;
    this.kind = kind;
    this.audience = audience;
    this.values = values;
    this.state = state;
    this.createdAt = createdAt;
    this.waitingSince = createdAt;
    this.nextAttemptAt = createdAt;
  }

  /** Counts an attempt that begins; if nothing is heard of it, it is over at a time. */
  public void send(String state, long until) {
    this.state = state;
    attempts++;
    nextAttemptAt = until;
  }

  /**
   * Notes who is told, and through whom.
   *
   * @param repeatable whether the channel knows the message again if it gets it twice
   */
  public void handTo(String channel, boolean repeatable, String recipient) {
    this.channel = channel;
    this.repeatable = repeatable ? 1 : 0;
    this.recipient = recipient;
  }

  /** Lets it wait, for another attempt or for its time. */
  public void await(String state, long nextAttemptAt, String words) {
    this.state = state;
    this.nextAttemptAt = nextAttemptAt;
    this.words = words;
  }

  /** Counts what went wrong since it has begun to wait. */
  public void fail() {
    failures++;
  }

  /** Notes that the channel may have told the recipient without saying so. */
  public void doubt() {
    inDoubt = 1;
  }

  /** Notes how the attempt with a recipient ended. */
  public void tell(String told) {
    this.told = told;
    recipient = "";
    inDoubt = 0;
  }

  /** Ends it. */
  public void settle(String state, long settledAt, String words) {
    this.state = state;
    this.settledAt = settledAt;
    this.words = words;
    nextAttemptAt = null;
  }

  /** Begins anew, whatever it was that ended it. */
  public void begin(String state, long now, String told) {
    this.state = state;
    this.told = told;
    waitingSince = now;
    nextAttemptAt = now;
    settledAt = null;
    failures = 0;
    inDoubt = 0;
    words = "";
  }

  public String eventKey() {
    return eventKey;
  }

  public String kind() {
    return kind;
  }

  public String audience() {
    return audience;
  }

  public String values() {
    return values;
  }

  public long createdAt() {
    return createdAt;
  }

  public int changes() {
    return changes;
  }

  public String state() {
    return state;
  }

  public long waitingSince() {
    return waitingSince;
  }

  public int attempts() {
    return attempts;
  }

  public int failures() {
    return failures;
  }

  public Long nextAttemptAt() {
    return nextAttemptAt;
  }

  public Long settledAt() {
    return settledAt;
  }

  public String words() {
    return words;
  }

  public String channel() {
    return channel;
  }

  public boolean repeatable() {
    return repeatable != 0;
  }

  public boolean inDoubt() {
    return inDoubt != 0;
  }

  public String recipient() {
    return recipient;
  }

  public String told() {
    return told;
  }
}
