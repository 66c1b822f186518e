package org.gridtill.shell;

import java.time.ZoneId;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;

/** Shows everything about one agency or collector. */
@ForUnit
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "holder-show",
    description =
        "Shows an agency or a collector: its credit, who stands above and below it, where messages"
            + " go, and what was done about it, the latest first")
public class HolderShowCommand extends ShellCommand {

  @Argument(
      name = "holder",
      description = "The agency, such as A001, or the collector, such as A001/C01",
      required = true)
  @Completion(HolderCodes.class)
  String holder;

  @Option(name = "--changes", description = "How many changes at most")
  int changes = 20;

  @Reference(optional = true)
  Credit credit;

  @Reference(optional = true)
  Agencies agencies;

  @Reference(optional = true)
  Limits limits;

  ZoneId zone = ZoneId.systemDefault();

  @Override
  void run() throws Exception {
    if (changes < 1) {
      throw new IllegalArgumentException("--changes is at least 1");
    }
    Credit lines = present(credit, "the credit service");
    Agencies register = present(agencies, "the register of agencies");
    Holder who = HolderLookup.require(lines, holder).holder();
    HolderTree tree = new HolderTree(lines.list());
    CreditLine line = tree.line(who);
    facts(line, tree);
    contact(register.contact(who));
    asked(who);
    relatives("Above", tree.above(line));
    if (!who.isCollector()) {
      relatives("Below", tree.below(line));
    }
    heading("Changes");
    history(register.history(who, changes)).print(out);
  }

  private void facts(CreditLine line, HolderTree tree) {
    fact(line.holder().isCollector() ? "Collector" : "Agency", line.holder());
    fact("Name", line.name());
    fact("State", line.state());
    fact("Reason", line.reason());
    fact("May take money", tree.mayTake(line));
    fact("Limit", line.limit());
    fact("Used", line.used());
    fact("Own money", line.ownMoney());
    fact("Reserved", line.reserved());
    fact("Available", line.available());
  }

  private void contact(Agencies.Contact contact) {
    fact("Messages to", contact.address());
    fact("Language", contact.language());
  }

  private void asked(Holder who) throws Exception {
    fact(
        "Asked for",
        present(limits, "the limit desk").requests().stream()
            .filter(request -> request.holder().equals(who))
            .map(this::words)
            .findFirst()
            .orElse(null));
  }

  private String words(Limits.Request request) {
    return String.format(
        "a limit of %s, by %s at %s: %s",
        request.limit(),
        request.requestedBy(),
        Show.time(request.requestedAt(), zone),
        request.reason());
  }

  private void relatives(String title, List<CreditLine> lines) {
    heading(title);
    CreditTable.of(lines).emptyTableText("nobody").print(out);
  }

  private ShellTable history(List<Agencies.Change> history) {
    ShellTable table = new ShellTable();
    table.column("At");
    table.column("By");
    table.column("What");
    for (Agencies.Change change : history) {
      table.addRow().addContent(Show.time(change.at(), zone), change.person(), change.words());
    }
    return table.emptyTableText("none");
  }
}
