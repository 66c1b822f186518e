package org.gridtill.store.transactions;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * What a transaction has to do with a meter: its card and its credit. Changed only under the lock
 * on the transaction's own row.
 */
@Entity
@Table(name = "gt_meter_sale")
public class MeterSaleRow {

  @Id
  @Column(name = "serial_no")
  private long serialNo;

  @Column(name = "consumer_no")
  private String consumerNo;

  @Column(name = "card_serial")
  private String cardSerial;

  @Column(name = "card_state")
  private String cardState;

  @Column(name = "meter_state")
  private String meterState;

  @Column(name = "meter_no")
  private String meterNo;

  @Column(name = "purchase_count")
  private Integer purchaseCount;

  @Column(name = "card_write")
  private String cardWrite;

  @Column(name = "writing_serial")
  private Long writingSerial;

  @Column(name = "open_order")
  private Long openOrder;

  @Column(name = "untold_outcome")
  private String untoldOutcome;

  /** For the persistence provider. */
  protected MeterSaleRow() {}

  /** A sale of which nothing is known yet but the card that it is for; null if there is none. */
  public MeterSaleRow(
      long serialNo, String consumerNo, String cardSerial, String cardState, String meterState) {
    this.serialNo = serialNo;
    this.consumerNo = consumerNo;
    this.cardSerial = cardSerial;
    this.cardState = cardState;
    this.meterState = meterState;
  }

  /** Notes what the billing system gave for the card; the text is null if there is no card. */
  public void give(String meter, Integer count, String write) {
    meterNo = meter;
    purchaseCount = count;
    cardWrite = write;
  }

  /** Moves the card to another state. */
  public void moveCard(String state) {
    cardState = state;
  }

  /** Moves the meter to another state. */
  public void moveMeter(String state) {
    meterState = state;
  }

  /** Notes which transaction's answer the terminal is to write to the card now. */
  public void writeFrom(long serial) {
    writingSerial = serial;
    openOrder = null;
  }

  /** Keeps everybody else from the card while an order about it is under way. */
  public void openOrder(long serial) {
    openOrder = serial;
  }

  /** Ends the order that was under way, without anything to write. */
  public void closeOrder() {
    openOrder = null;
  }

  /** Notes an outcome that the billing system is still to be told. */
  public void mustTell(String outcome) {
    untoldOutcome = outcome;
  }

  /** Notes that the billing system knows. */
  public void told() {
    untoldOutcome = null;
  }

  public long serialNo() {
    return serialNo;
  }

  public String consumerNo() {
    return consumerNo;
  }

  public String cardSerial() {
    return cardSerial;
  }

  public String cardState() {
    return cardState;
  }

  public String meterState() {
    return meterState;
  }

  public String meterNo() {
    return meterNo;
  }

  public Integer purchaseCount() {
    return purchaseCount;
  }

  public String cardWrite() {
    return cardWrite;
  }

  public Long writingSerial() {
    return writingSerial;
  }

  public Long openOrder() {
    return openOrder;
  }

  public String untoldOutcome() {
    return untoldOutcome;
  }
}
