package org.gridtill.store.transactions;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * A transaction. Its state changes under a lock on the row only. Amounts are in fen, times in
 * milliseconds since 1970.
 */
@Entity
@Table(name = "gt_transaction")
public class TransactionRow {

  private static final int REASON_LENGTH = 300;
  private static final int NAME_LENGTH = 100;

  @Id
  @Column(name = "serial_no")
  private long serialNo;

  @Column(name = "terminal_code")
  private String terminalCode;

  @Column(name = "batch_no")
  private String batchNo;

  @Column(name = "trace_no")
  private String traceNo;

  @Column(name = "agency_code")
  private String agencyCode;

  @Column(name = "channel")
  private String channel;

  @Column(name = "state")
  private String state;

  @Column(name = "consumer_no")
  private String consumerNo;

  @Column(name = "consumer_name")
  private String consumerName;

  @Column(name = "amount")
  private long amount;

  @Column(name = "accounting_date")
  private LocalDate accountingDate;

  @Column(name = "received_at")
  private long receivedAt;

  @Column(name = "completed_at")
  private Long completedAt;

  @Column(name = "settled_at")
  private Long settledAt;

  @Column(name = "billing_serial")
  private String billingSerial;

  @Column(name = "receipt_no")
  private String receiptNo;

  @Column(name = "reversal_serial")
  private Long reversalSerial;

  @Column(name = "reversal_wanted")
  private int reversalWanted;

  @Column(name = "refusal")
  private String refusal;

  @Column(name = "reason")
  private String reason;

  @Column(name = "attempts")
  private int attempts;

  @Column(name = "next_attempt_at")
  private Long nextAttemptAt;

  @Column(name = "kind")
  private String kind;

  @Column(name = "collector_code")
  private String collectorCode;

  @Column(name = "content")
  private String content;

  @Column(name = "original_serial")
  private Long originalSerial;

  @Column(name = "steps")
  private int steps;

  @Column(name = "reversal_counted")
  private int reversalCounted;

  @Column(name = "fund_batch")
  private long fundBatch;

  @Column(name = "invoiced")
  private int invoiced;

  /** For the persistence provider. */
  protected TransactionRow() {}

  /** A transaction that has just come. */
  public TransactionRow(long serialNo, Key key, Order order, long receivedAt) {
    this.serialNo = serialNo;
    this.terminalCode = key.terminalCode();
    this.batchNo = key.batchNo();
    this.traceNo = key.traceNo();
    this.agencyCode = key.agencyCode();
    this.collectorCode = key.collectorCode();
    this.channel = key.channel();
    this.kind = order.kind();
    this.consumerNo = order.consumerNo();
    this.amount = order.amount();
    this.originalSerial = order.originalSerial();
    this.content = order.content();
    this.accountingDate = order.accountingDate();
    this.receivedAt = receivedAt;
  }

  /** Who asked, and the terminal's own numbers for it. */
  public record Key(
      String terminalCode,
      String batchNo,
      String traceNo,
      String agencyCode,
      String collectorCode,
      String channel) {}

  /**
   * What was asked.
   *
   * @param kind the name of the kind
   * @param consumerNo null if a reversal came before what it reverses
   * @param amount in fen
   * @param originalSerial the sale that a card order is about; else null
   * @param content a digest of the request; null if a reversal came first
   * @param accountingDate the day it belongs to
   */
  public record Order(
      String kind,
      String consumerNo,
      long amount,
      Long originalSerial,
      String content,
      LocalDate accountingDate) {}

  /** Moves to a state in which nothing more happens by itself. */
  public void settle(String newState, long at) {
    state = newState;
    settledAt = at;
    nextAttemptAt = null;
  }

  /** Moves to a state, or stays in it, from which the resolver goes on at the given time. */
  public void await(String newState, long attemptAt) {
    state = newState;
    settledAt = null;
    nextAttemptAt = attemptAt;
  }

  /** Puts the resolver's next attempt off, or brings it forward. */
  public void attemptAt(long at) {
    nextAttemptAt = at;
  }

  /** Says that nothing more is to be attempted. */
  public void attemptNoMore() {
    nextAttemptAt = null;
  }

  /** Takes over the day in which the billing system has it. */
  public void moveTo(LocalDate day) {
    accountingDate = day;
  }

  /** Counts a step, and returns its number. */
  public int nextStep() {
    return ++steps;
  }

  /** Counts an attempt of the resolver. */
  public void countAttempt() {
    attempts++;
  }

  /** Notes what the billing system confirmed, and the receipt. */
  public void complete(String serialAtBilling, String name, String receipt, long at) {
    billingSerial = serialAtBilling;
    consumerName = cut(name, NAME_LENGTH);
    receiptNo = receipt;
    completedAt = at;
  }

  /** Notes why the transaction, or its reversal, was refused. */
  public void refuse(String newRefusal, String words) {
    refusal = newRefusal;
    reason = cut(words, REASON_LENGTH);
  }

  /** Notes that the terminal wants the payment reversed, whatever becomes of it. */
  public void wantReversal() {
    reversalWanted = 1;
  }

  /** Notes whether the reversal counts against the limits of the day. */
  public void countReversal(boolean counted) {
    reversalCounted = counted ? 1 : 0;
  }

  /** Forgets that the payment was to be reversed. */
  public void dropReversal() {
    reversalWanted = 0;
    reversalCounted = 0;
    reversalSerial = null;
  }

  /** Gives up the serial number under which the billing system was asked to undo the payment. */
  public void dropReversalSerial() {
    reversalSerial = null;
  }

  /** Notes under which serial number the billing system is asked to undo the payment. */
  public void reverseAs(long serial) {
    reversalSerial = serial;
  }

  private static String cut(String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }

  public long serialNo() {
    return serialNo;
  }

  public String terminalCode() {
    return terminalCode;
  }

  public String batchNo() {
    return batchNo;
  }

  public String traceNo() {
    return traceNo;
  }

  public String agencyCode() {
    return agencyCode;
  }

  public String channel() {
    return channel;
  }

  public String state() {
    return state;
  }

  public String consumerNo() {
    return consumerNo;
  }

  public String consumerName() {
    return consumerName;
  }

  public long amount() {
    return amount;
  }

  public LocalDate accountingDate() {
    return accountingDate;
  }

  public long receivedAt() {
    return receivedAt;
  }

  public Long completedAt() {
    return completedAt;
  }

  public Long settledAt() {
    return settledAt;
  }

  public String billingSerial() {
    return billingSerial;
  }

  public String receiptNo() {
    return receiptNo;
  }

  public Long reversalSerial() {
    return reversalSerial;
  }

  public boolean reversalWanted() {
    return reversalWanted != 0;
  }

  public String refusal() {
    return refusal;
  }

  public String reason() {
    return reason;
  }

  public int attempts() {
    return attempts;
  }

  public Long nextAttemptAt() {
    return nextAttemptAt;
  }

  public String kind() {
    return kind;
  }

  public String collectorCode() {
    return collectorCode;
  }

  public String content() {
    return content;
  }

  public Long originalSerial() {
    return originalSerial;
  }

  public boolean reversalCounted() {
    return reversalCounted != 0;
  }

  /** Returns the number of the fund batch in which its money is remitted; 0 if it is in none. */
  public long fundBatch() {
    return fundBatch;
  }

  public boolean invoiced() {
    return invoiced != 0;
  }
}
