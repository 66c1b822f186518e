package org.gridtill.transactions;

import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.credit.Holder;

/** The lines of the journal entry that a confirmed transaction makes. */
final class Postings {

  private Postings() {}

  /** The holder owes what it took; each part of it belongs to somebody. */
  static List<Posting> of(Holder holder, ConsumerNo consumer, BillingConfirmation confirmed) {
    List<Posting> lines = new ArrayList<>();
    lines.add(new Posting(Accounts.of(holder), confirmed.total()));
    credit(lines, Accounts.UTILITY_ENERGY, confirmed.energyCharge());
    credit(lines, Accounts.UTILITY_PENALTY, confirmed.latePenalty());
    credit(lines, Accounts.prepayment(consumer), confirmed.prepaid());
    credit(lines, Accounts.UTILITY_METER_CREDIT, confirmed.purchased());
    return lines;
  }

  /** The holder may owe what it may have taken. */
  static List<Posting> inDoubt(Holder holder, Money amount) {
    return List.of(
        new Posting(Accounts.inDoubt(holder), amount),
        new Posting(Accounts.SUSPENSE_IN_DOUBT, amount.negated()));
  }

  private static void credit(List<Posting> lines, String account, Money amount) {
    if (amount.isPositive()) {
      lines.add(new Posting(account, amount.negated()));
    }
  }
}
