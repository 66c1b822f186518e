package org.gridtill.api.adapter;

/**
 * The number under which a utility knows a consumer (户号). Leading zeros count.
 *
 * @param value 1 to 20 letters or digits
 */
public record ConsumerNo(String value) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is not 1 to 20 ASCII letters or digits
   */
  public ConsumerNo {
    if (!value.matches("[0-9A-Za-z]{1,20}")) {
      throw new IllegalArgumentException("a consumer number is 1 to 20 letters or digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
