package org.gridtill.shell;

import java.time.Instant;
import java.time.ZoneId;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.receipts.Receipts;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;

/** Shows everything about one transaction. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "transaction-show",
    description =
        "Shows a transaction: what it is, every step it took, its journal and its receipt")
public class TransactionShowCommand extends ShellCommand {

  @Argument(name = "serial", description = "The transaction's serial number", required = true)
  @Completion(UnsettledSerials.class)
  String serial;

  @Reference(optional = true)
  TransactionEngine engine;

  @Reference(optional = true)
  Journal journal;

  @Reference(optional = true)
  Receipts receipts;

  @Reference(optional = true)
  PlatformClock clock;

  ZoneId zone = ZoneId.systemDefault();

  @Override
  void run() throws Exception {
    TransactionEngine transactions = present(engine, "the transaction engine");
    TransactionRecord found = Transactions.require(transactions, serial);
    Instant now = present(clock, "the platform clock").now();
    facts(found);
    heading("Story");
    StepTable.of(transactions.story(found.serialNo()), zone).print(out);
    out.println(TransactionStory.of(found, now));
    entry(EntryKind.DOUBT, found.serialNo(), "Journal of the doubt");
    entry(EntryKind.DOUBT_ENDED, found.serialNo(), "Journal of the end of the doubt");
    entry(EntryKind.SALE, found.serialNo(), "Journal");
    if (found.reversalSerial() != null) {
      entry(EntryKind.REVERSAL, found.reversalSerial(), "Journal of the reversal");
    }
    receipt(found.serialNo());
  }

  private void facts(TransactionRecord found) {
    fact("Serial", found.serialNo());
    fact("Kind", found.kind());
    fact("State", found.state());
    fact("Card", found.cardState());
    fact("Meter", found.meterState());
    fact("Original", found.original());
    fact("Terminal", found.origin().terminalCode());
    fact("Agency", found.origin().agencyCode());
    fact("Collector", found.origin().collectorCode());
    fact("Batch/trace", found.origin().batchNo() + "/" + found.origin().traceNo());
    fact("Adapter", found.channel());
    fact("Consumer", found.consumerNo());
    fact("Name", found.consumerName());
    fact("Amount", found.amount());
    fact("Meter no.", found.meterNo());
    fact("Purchase count", found.purchaseCount());
    fact("Accounting day", found.accountingDate());
    fact("Received", Show.time(found.receivedAt(), zone));
    fact("Settled", Show.time(found.settledAt(), zone));
    fact("Asked", Show.count(found.attempts(), "time"));
    fact("Next attempt", Show.time(found.nextAttemptAt(), zone));
    fact("Billing serial", found.billingSerial());
    fact("Receipt", found.receiptNo());
    fact("Reversal", found.reversalSerial());
    fact("Reason", found.reason());
  }

  private void entry(EntryKind kind, SerialNo of, String title) throws Exception {
    JournalEntry entry = present(journal, "the journal").find(EntryKey.of(kind, of)).orElse(null);
    if (entry == null) {
      return;
    }
    String mirrors =
        entry.mirrors() == null ? "" : ", mirrors " + SerialNo.of(entry.mirrors().number());
    heading(title + ", " + Show.time(entry.postedAt(), zone) + mirrors);
    EntryTable.of(entry).print(out);
  }

  private void receipt(SerialNo of) throws Exception {
    present(receipts, "the receipt service")
        .find(of)
        .ifPresent(
            receipt -> {
              heading("Receipt " + receipt.receiptNo() + (receipt.voided() ? ", VOID" : ""));
              receipt.text().lines().forEach(out::println);
            });
  }
}
