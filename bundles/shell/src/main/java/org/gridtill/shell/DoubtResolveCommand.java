package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;

/** Asks the billing system at once about what is in doubt. */
@Service
@Command(
    scope = "gridtill",
    name = "doubt-resolve",
    description =
        "Asks the billing system now about a transaction, or about all that are open, instead of at"
            + " the next attempt, and tells what came of it")
public class DoubtResolveCommand extends ShellCommand {

  private static final int MOST = 1000;

  @Argument(name = "serial", description = "The transaction's serial number")
  @Completion(UnsettledSerials.class)
  String serial;

  @Option(name = "--all", description = "All of which something is open, the oldest " + MOST)
  boolean all;

  @Reference(optional = true)
  TransactionEngine engine;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    if ((serial == null) != all) {
      throw new IllegalArgumentException("name a transaction, or give --all");
    }
    TransactionEngine transactions = present(engine, "the transaction engine");
    PlatformClock time = present(clock, "the platform clock");
    if (all) {
      resolveAll(transactions, time);
    } else {
      resolve(transactions, time, Transactions.require(transactions, serial));
    }
  }

  private void resolveAll(TransactionEngine transactions, PlatformClock time) throws Exception {
    List<TransactionRecord> open = transactions.unsettled(MOST);
    int settled = 0;
    int failed = 0;
    for (TransactionRecord transaction : open) {
      try {
        settled += resolve(transactions, time, transaction) ? 1 : 0;
      } catch (RuntimeException e) {
        // One that cannot be asked about must not keep the others in doubt.
        failed++;
        out.println(transaction.serialNo() + " could not be asked about: " + e.getMessage());
      }
    }
    out.println(Show.count(open.size(), "transaction") + " asked about, " + settled + " settled");
    if (failed > 0) {
      throw failure(Show.count(failed, "transaction") + " could not be asked about");
    }
  }

  private boolean resolve(
      TransactionEngine transactions, PlatformClock time, TransactionRecord before) {
    TransactionRecord after = transactions.resolve(before.serialNo());
    String state =
        before.state() == after.state()
            ? "still " + after.state()
            : before.state() + " -> " + after.state();
    out.println(after.serialNo() + " " + state + ": " + TransactionStory.of(after, time.now()));
    return after.state().isSettled();
  }
}
