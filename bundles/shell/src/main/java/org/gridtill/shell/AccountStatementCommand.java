package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.time.PlatformClock;

/** Shows what happened to an account. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "account-statement",
    description = "Shows every posting to an account on some accounting days, with its balances")
public class AccountStatementCommand extends ShellCommand {

  @Argument(
      name = "account",
      description = "The account, such as agency/A001 or utility/energy",
      required = true)
  @Completion(AccountNames.class)
  String account;

  @Option(name = "--from", description = "The first accounting day; the last one if not given")
  String from;

  @Option(name = "--to", description = "The last accounting day; the current one if not given")
  String to;

  @Reference(optional = true)
  Journal journal;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    PlatformClock time = present(clock, "the platform clock");
    Days days = Days.of(from, to, time);
    out.println(account + ", " + days);
    new StatementTable(time.zone())
        .print(present(journal, "the journal").statement(account, days.from(), days.to()), out);
  }
}
