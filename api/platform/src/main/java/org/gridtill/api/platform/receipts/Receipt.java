package org.gridtill.api.platform.receipts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.Receivable;

/**
 * A receipt.
 *
 * @param receiptNo its number: the agency's code, a dash, and 10 digits without a gap
 * @param serialNo the payment it was issued for
 * @param issuedAt when it was issued
 * @param voided whether the payment was reversed, so that the receipt is worth nothing
 * @param text the receipt as printed, lines separated by a line feed
 */
public record Receipt(
    String receiptNo, SerialNo serialNo, Instant issuedAt, boolean voided, String text) {

  /** Shows nothing of who the consumer is, since it may get into a log. */
  @Override
  public String toString() {
    return "Receipt[" + receiptNo + ", " + serialNo + ", voided=" + voided + ']';
  }

  /**
   * What a receipt is issued for.
   *
   * @param serialNo the payment
   * @param kind what was paid for
   * @param agencyCode who collected
   * @param terminalCode with what
   * @param accountingDate the payment's accounting day
   * @param consumer who paid
   * @param consumerName the consumer's name; may be empty
   * @param amount what was paid
   * @param settled the bills that were settled with it
   * @param meterNo the meter that credit was sold for; null if none was
   * @param purchaseCount the number of that purchase; null if there is none
   */
  public record Order(
      SerialNo serialNo,
      TransactionKind kind,
      String agencyCode,
      String terminalCode,
      LocalDate accountingDate,
      ConsumerNo consumer,
      String consumerName,
      Money amount,
      List<Receivable> settled,
      String meterNo,
      Integer purchaseCount) {

    /** Copies the list. */
    public Order {
      settled = List.copyOf(settled);
    }

    /** Shows nothing of who the consumer is, since it may get into a log. */
    @Override
    public String toString() {
      return "Order[" + serialNo + ", " + kind + ", " + consumer + ", " + amount + ']';
    }
  }
}
