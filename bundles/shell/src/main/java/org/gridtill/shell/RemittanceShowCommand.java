package org.gridtill.shell;

import java.time.ZoneId;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.credit.BankAccount;
import org.gridtill.api.platform.credit.BankMovement;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.Remittances;

/** Shows everything about one fund batch. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "remittance-show",
    description = "Shows a fund batch: how far it is, what has arrived, and its journal entry")
public class RemittanceShowCommand extends ShellCommand {

  /** How far back in the agency's bank movements its money is looked for. */
  private static final int MOVEMENTS = 1000;

  @Argument(name = "batch", description = "The batch, as 42 or GT00000042", required = true)
  @Completion(OpenBatches.class)
  String batch;

  @Reference(optional = true)
  Remittances remittances;

  @Reference(optional = true)
  BankAccount bank;

  @Reference(optional = true)
  Journal journal;

  ZoneId zone = ZoneId.systemDefault();

  @Override
  void run() throws Exception {
    FundBatch found = Batches.require(present(remittances, "the remittance desk"), batch);
    facts(found);
    heading("At the bank");
    List<BankMovement> movements =
        present(bank, "the bank desk").list(found.holder().agencyCode(), MOVEMENTS).stream()
            .filter(movement -> Long.valueOf(found.number()).equals(movement.batch()))
            .toList();
    Movements.table(movements).emptyTableText("nothing").print(out);
    EntryKey key = new EntryKey(EntryKind.REMITTANCE, found.number());
    JournalEntry entry = present(journal, "the journal").find(key).orElse(null);
    if (entry != null) {
      heading("Journal, " + Show.time(entry.postedAt(), zone));
      EntryTable.of(entry).print(out);
    }
  }

  private void facts(FundBatch found) {
    fact("Batch", found.reference());
    fact("Holder", found.holder());
    fact("State", found.state());
    fact("From", found.firstDay());
    fact("To", found.lastDay());
    fact("Transactions", found.transactions());
    fact("Collected", found.collected());
    fact("Due", found.due());
    fact("Deposited", found.deposited());
    fact("Arrived", found.arrived());
    fact("Missing", found.missing());
    fact("Closed", Show.time(found.closedAt(), zone));
    fact("Closed by", found.closedBy());
    fact("Settled", Show.time(found.settledAt(), zone));
    fact("Note", found.note());
  }
}
