package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Credit;

/** Opens an agency's credit line. */
@Service
@Command(
    scope = "gridtill",
    name = "agency-add",
    description = "Adds an agency with a credit limit in yuan")
public class AgencyAddCommand extends ShellCommand {

  @Argument(
      name = "code",
      description = "The agency's code, 1 to 15 letters or digits",
      required = true)
  String code;

  @Argument(index = 1, name = "name", description = "What people call it", required = true)
  String name;

  @Argument(
      index = 2,
      name = "limit",
      description = "How much collected money it may hold, in yuan, such as 50000.00",
      required = true)
  String limit;

  @Reference(optional = true)
  Credit credit;

  @Override
  void run() throws Exception {
    Money amount = Money.parse(limit);
    present(credit, "the credit service").open(code, name, amount);
    out.println("agency " + code + " may hold " + amount);
  }
}
