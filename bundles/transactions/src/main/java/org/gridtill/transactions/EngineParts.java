package org.gridtill.transactions;

import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.platform.time.PlatformClock;

/** What an engine is made from. Its methods make the parts, so that a test can put in a bad one. */
class EngineParts {

  private final JpaTemplate jpa;
  private final Ledger.Books books;
  private final PlatformClock clock;
  private final Ledger.Timing timing;
  private final ReversalPolicy policy;
  private final BillingLine line;

  EngineParts(
      JpaTemplate jpa,
      Ledger.Books books,
      PlatformClock clock,
      Ledger.Timing timing,
      ReversalPolicy policy,
      BillingLine line) {
    this.jpa = jpa;
    this.books = books;
    this.clock = clock;
    this.timing = timing;
    this.policy = policy;
    this.line = line;
  }

  /** The same parts, for a subclass that makes some of them in another way. */
  EngineParts(EngineParts other) {
    this(other.jpa, other.books, other.clock, other.timing, other.policy, other.line);
  }

  JpaTemplate jpa() {
    return jpa;
  }

  Ledger.Books books() {
    return books;
  }

  PlatformClock clock() {
    return clock;
  }

  Ledger.Timing timing() {
    return timing;
  }

  ReversalPolicy policy() {
    return policy;
  }

  BillingLine line() {
    return line;
  }

  Billing billing() {
    return new Billing(clock, line);
  }

  Ledger ledger(SerialNumbers serials, ReversalLimits limits) {
    return new Ledger(jpa, books, serials, clock, timing, limits);
  }

  Orders orders(Ledger ledger, Billing billing, Replies replies, SerialNumbers serials) {
    return new Orders(jpa, ledger, billing, replies, serials, clock);
  }
}
