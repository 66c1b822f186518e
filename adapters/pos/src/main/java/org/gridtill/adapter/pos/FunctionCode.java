package org.gridtill.adapter.pos;

/**
 * Field 60.
 *
 * @param business 60.1, the line of business, 3 digits
 * @param batchNo 60.2, the batch, 6 digits
 * @param function 60.3, what to do, 3 digits
 */
record FunctionCode(String business, String batchNo, String function) {

  /** Reads field 60 of a message that has it. */
  static FunctionCode of(PosMessage message) {
    String digits = message.text(Field.FUNCTION);
    return new FunctionCode(digits.substring(0, 3), digits.substring(3, 9), digits.substring(9));
  }

  /** Returns the same function in another batch. */
  FunctionCode inBatch(String otherBatchNo) {
    return new FunctionCode(business, otherBatchNo, function);
  }

  /** Returns the 12 digits of field 60. */
  String digits() {
    return business + batchNo + function;
  }
}
