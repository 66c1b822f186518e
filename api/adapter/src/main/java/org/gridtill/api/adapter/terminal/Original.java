package org.gridtill.api.adapter.terminal;

import org.gridtill.api.adapter.SerialNo;

/** Names an earlier transaction. */
public sealed interface Original {

  /**
   * One that this terminal made, by its key.
   *
   * @param batchNo its batch, 6 digits
   * @param traceNo its trace number, 6 digits
   */
  record ByKey(String batchNo, String traceNo) implements Original {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one has the wrong form
     */
    public ByKey {
      Origin.require("original batch number", batchNo, "[0-9]{6}");
      Origin.require("original trace number", traceNo, "[0-9]{6}");
    }
  }

  /**
   * One of the same agency, made at any terminal, by the serial number on its receipt.
   *
   * @param serialNo the serial number
   */
  record BySerial(SerialNo serialNo) implements Original {}
}
