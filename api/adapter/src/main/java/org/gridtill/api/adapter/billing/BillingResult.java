package org.gridtill.api.adapter.billing;

/**
 * What came of a call to a billing system. Immutable.
 *
 * @param <T> what a confirmed call brings
 */
public sealed interface BillingResult<T> {

  /**
   * Done.
   *
   * @param value what it brought
   */
  record Confirmed<T>(T value) implements BillingResult<T> {}

  /**
   * Certainly not done.
   *
   * @param reason why, in the platform's terms
   * @param code the billing system's own code; empty if it gave none
   * @param text the billing system's own words, for operations
   */
  record Declined<T>(DeclineReason reason, String code, String text) implements BillingResult<T> {}

  /** The billing system has no record of the original that the call names. */
  record NotFound<T>() implements BillingResult<T> {}

  /**
   * Nobody knows whether it was done.
   *
   * @param text what happened instead of an answer, for operations
   */
  record Unknown<T>(String text) implements BillingResult<T> {}
}
