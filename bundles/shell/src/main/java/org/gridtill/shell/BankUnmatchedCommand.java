package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.BankAccount;
import org.gridtill.api.platform.credit.BankMovement;

/** Lists bank movements that nobody can explain. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "bank-unmatched",
    description =
        "Lists the bank movements that nobody can explain yet, the oldest first; bank-assign says"
            + " whose they are")
public class BankUnmatchedCommand extends ShellCommand {

  @Reference(optional = true)
  BankAccount bank;

  @Override
  void run() throws Exception {
    List<BankMovement> movements = present(bank, "the bank desk").unmatched();
    Movements.table(movements).emptyTableText("everything is explained").print(out);
    Money sum = movements.stream().map(BankMovement::amount).reduce(Money.ZERO, Money::plus);
    out.println(Show.count(movements.size(), "movement") + "; " + sum + " yuan");
  }
}
