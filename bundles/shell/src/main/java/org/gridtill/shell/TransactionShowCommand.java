package org.gridtill.shell;

import java.time.ZoneId;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.receipts.Receipts;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;

/** Shows everything about one transaction. */
@Service
@Command(
    scope = "gridtill",
    name = "transaction-show",
    description = "Shows a transaction: what it is, what became of it, its journal and its receipt")
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
    TransactionRecord found =
        present(engine, "the transaction engine")
            .find(new SerialNo(serial))
            .orElseThrow(() -> new IllegalArgumentException("no transaction " + serial));
    facts(found);
    story(found);
    entry(found.serialNo(), "Journal");
    if (found.reversalSerial() != null) {
      entry(found.reversalSerial(), "Journal of the reversal");
    }
    receipt(found.serialNo());
  }

  private void facts(TransactionRecord found) {
    fact("Serial", found.serialNo());
    fact("State", found.state());
    fact("Terminal", found.origin().terminalCode());
    fact("Agency", found.origin().agencyCode());
    fact("Batch/trace", found.origin().batchNo() + "/" + found.origin().traceNo());
    fact("Adapter", found.channel());
    fact("Consumer", found.consumerNo());
    fact("Name", found.consumerName());
    fact("Amount", found.amount());
    fact("Accounting day", found.accountingDate());
    fact("Billing serial", found.billingSerial());
    fact("Receipt", found.receiptNo());
    fact("Reversal", found.reversalSerial());
    fact("Reason", found.reason());
  }

  private void fact(String name, Object value) {
    out.printf("%-15s %s%n", name, Show.orDash(value));
  }

  private void story(TransactionRecord found) throws Exception {
    heading("Story");
    TransactionStory.of(found, present(clock, "the platform clock").now(), zone)
        .forEach(out::println);
  }

  private void entry(SerialNo of, String title) throws Exception {
    JournalEntry entry = present(journal, "the journal").find(of).orElse(null);
    if (entry == null) {
      return;
    }
    String mirrors = entry.mirrors() == null ? "" : ", mirrors " + entry.mirrors();
    heading(title + ", " + Show.time(entry.postedAt(), zone) + mirrors);
    ShellTable table = new ShellTable();
    table.column("Account");
    table.column("Debit").alignRight();
    table.column("Credit").alignRight();
    for (Posting posting : entry.postings()) {
      Money amount = posting.amount();
      table
          .addRow()
          .addContent(
              posting.account(),
              amount.isPositive() ? amount : "",
              amount.isPositive() ? "" : amount.negated());
    }
    table.print(out);
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

  private void heading(String text) {
    out.println();
    out.println(text);
  }
}
