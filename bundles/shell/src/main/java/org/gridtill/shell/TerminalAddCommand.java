package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.terminals.TerminalRegistry;

/** Registers a terminal. */
@Service
@Command(
    scope = "gridtill",
    name = "terminal-add",
    description = "Registers a terminal; load its master key next, with key-load")
public class TerminalAddCommand extends ShellCommand {

  @Argument(
      name = "code",
      description = "The terminal's code, 1 to 16 letters or digits",
      required = true)
  String code;

  @Option(name = "--agency", description = "The agency that it belongs to", required = true)
  @Completion(AgencyCodes.class)
  String agency;

  @Option(
      name = "--adapter",
      description = "The adapter that speaks its protocol, such as pos",
      required = true)
  @Completion(TerminalAdapterNames.class)
  String adapter;

  @Option(
      name = "--kind",
      description =
          "What it is, which decides what must prove it: pos, kiosk, payment-car or pc; unless told,"
              + " the adapter's name, or pos")
  String kind = "";

  @Option(name = "--serial", description = "The maker's number on it")
  String serial = "";

  @Reference(optional = true)
  TerminalRegistry terminals;

  @Reference(optional = true)
  Credit credit;

  @Override
  void run() throws Exception {
    if (present(credit, "the credit service").find(Holder.agency(agency)).isEmpty()) {
      throw new IllegalArgumentException("no agency " + agency + "; agency-add opens one");
    }
    TerminalKind what = kind.isEmpty() ? TerminalKind.ofAdapter(adapter) : TerminalKind.parse(kind);
    present(terminals, "the terminal registry").register(code, agency, adapter, what, serial);
    out.println(
        "terminal " + code + " of agency " + agency + " is registered for adapter " + adapter);
  }
}
