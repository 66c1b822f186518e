package org.gridtill.receipts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.Receivable;
import org.gridtill.api.platform.receipts.Receipt;

/**
 * Writes a receipt as plain lines of at most 32 columns, which is what the printer of a handheld
 * has. Its time is that of the zone, the utility's. A payment of many months lists the latest and
 * sums up the others, so that the text stays within what a terminal's message can carry.
 */
final class ReceiptText {

  private static final int COLUMNS = 32;
  private static final int LISTED_MONTHS = 6;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private ReceiptText() {}

  static String of(Receipt.Order order, String receiptNo, Instant issuedAt, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    lines.add(title(order.kind()));
    lines.add(line("Receipt", receiptNo));
    lines.add(line("Serial", order.serialNo().value()));
    lines.add(line("Time", TIME.format(issuedAt.atZone(zone))));
    lines.add(line("Day", order.accountingDate().toString()));
    lines.add(line("Terminal", order.terminalCode()));
    lines.add(line("Consumer", order.consumer().value()));
    if (!order.consumerName().isBlank()) {
      lines.add(line("Name", order.consumerName()));
    }
    months(order.settled(), lines);
    if (order.meterNo() != null) {
      lines.add(line("Meter", order.meterNo()));
      lines.add(line("Purchase no.", String.valueOf(order.purchaseCount())));
    }
    lines.add(line("PAID (yuan)", order.amount().toString()));
    return String.join("\n", lines);
  }

  private static String title(TransactionKind kind) {
    return switch (kind) {
      case BILL_PAYMENT -> "ELECTRICITY PAYMENT RECEIPT";
      case PREPAYMENT -> "PREPAYMENT RECEIPT";
      case CARD_OPENING -> "METER CARD OPENING RECEIPT";
      case CARD_RECHARGE, REMOTE_RECHARGE -> "METER RECHARGE RECEIPT";
      case CARD_REPLACEMENT, CARD_REWRITE, CARD_CLEARING ->
          throw new IllegalArgumentException("no money was taken, so there is no receipt");
    };
  }

  private static void months(List<Receivable> settled, List<String> lines) {
    int skipped = Math.max(0, settled.size() - LISTED_MONTHS);
    if (skipped > 0) {
      lines.add(line(skipped + " earlier months", sum(settled.subList(0, skipped))));
    }
    for (Receivable receivable : settled.subList(skipped, settled.size())) {
      lines.add(line(receivable.billingMonth() + " energy", receivable.energyCharge().toString()));
      if (receivable.latePenalty().isPositive()) {
        lines.add(line("        penalty", receivable.latePenalty().toString()));
      }
    }
  }

  private static String sum(List<Receivable> receivables) {
    return receivables.stream().map(Receivable::total).reduce(Money.ZERO, Money::plus).toString();
  }

  private static String line(String label, String value) {
    int gap = Math.max(1, COLUMNS - label.length() - value.length());
    return label + " ".repeat(gap) + value;
  }
}
