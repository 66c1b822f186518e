package org.gridtill.transactions;

import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.Posting;

/** The lines of the journal entry that a confirmed transaction makes. */
final class Postings {

  private Postings() {}

  /** The agency owes what it took; each part of it belongs to somebody. */
  static List<Posting> of(String agencyCode, ConsumerNo consumer, BillingConfirmation confirmed) {
    List<Posting> lines = new ArrayList<>();
    lines.add(new Posting(Accounts.agency(agencyCode), confirmed.total()));
    credit(lines, Accounts.UTILITY_ENERGY, confirmed.energyCharge());
    credit(lines, Accounts.UTILITY_PENALTY, confirmed.latePenalty());
    credit(lines, Accounts.prepayment(consumer), confirmed.prepaid());
    credit(lines, Accounts.UTILITY_METER_CREDIT, confirmed.purchased());
    return lines;
  }

  private static void credit(List<Posting> lines, String account, Money amount) {
    if (amount.isPositive()) {
      lines.add(new Posting(account, amount.negated()));
    }
  }
}
