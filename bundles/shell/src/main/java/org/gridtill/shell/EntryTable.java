package org.gridtill.shell;

import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;

/** The lines of a journal entry. */
final class EntryTable {

  private EntryTable() {}

  static ShellTable of(JournalEntry entry) {
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
    return table;
  }
}
