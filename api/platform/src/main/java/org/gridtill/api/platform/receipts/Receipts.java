package org.gridtill.api.platform.receipts;

import java.util.Optional;
import org.gridtill.api.adapter.SerialNo;
import org.osgi.annotation.versioning.ProviderType;

/** Issues receipts, in the caller's transaction. Safe for use by several threads and nodes. */
@ProviderType
public interface Receipts {

  /**
   * Issues a receipt with the agency's next number. If the transaction rolls back, so does the
   * number: there are no gaps.
   */
  Receipt issue(Receipt.Order order);

  /**
   * Marks a payment's receipt as void; it keeps its number.
   *
   * @throws IllegalStateException if there is no receipt of that payment or it is void already
   */
  void voidReceipt(SerialNo serialNo);

  /** Returns the receipt of a payment. */
  Optional<Receipt> find(SerialNo serialNo);
}
