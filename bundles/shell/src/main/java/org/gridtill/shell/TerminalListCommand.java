package org.gridtill.shell;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.api.platform.vault.Suite;

/** Lists terminals and their presence. */
@ForUnit
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "terminal-list",
    description = "Lists terminals: whether they are online, and when they were last seen")
public class TerminalListCommand extends ShellCommand {

  @Option(name = "--agency", description = "Only terminals of this agency")
  @Completion(AgencyCodes.class)
  String agency;

  @Option(name = "--adapter", description = "Only terminals of this kind")
  @Completion(TerminalAdapterNames.class)
  String adapter;

  @Option(name = "--online", description = "Only terminals that are online")
  boolean online;

  @Option(name = "--offline", description = "Only terminals that are not online")
  boolean offline;

  @Option(name = "--blocked", description = "Only terminals that may not work")
  boolean blocked;

  @Reference(optional = true)
  TerminalRegistry terminals;

  @Reference(optional = true)
  PlatformClock clock;

  @Reference(optional = true)
  KeyCeremony ceremony;

  @Override
  void run() throws Exception {
    if (online && offline) {
      throw new IllegalArgumentException("--online and --offline exclude each other");
    }
    List<Terminal> all = present(terminals, "the terminal registry").list();
    List<Terminal> shown = all.stream().filter(this::isWanted).toList();
    Map<String, Suite> suites = ceremony == null ? Map.of() : ceremony.suites();
    table(shown, suites, present(clock, "the platform clock").now()).print(out);
    long present = shown.stream().filter(Terminal::online).count();
    out.println(shown.size() + " of " + all.size() + " terminals, " + present + " online");
    long legacy = shown.stream().map(Terminal::code).filter(code -> isLegacy(suites, code)).count();
    if (legacy > 0) {
      out.println("LEGACY: " + legacy + " terminals have keys for triple DES");
    }
  }

  private boolean isWanted(Terminal terminal) {
    return (agency == null || agency.equals(terminal.agencyCode()))
        && (adapter == null || adapter.equals(terminal.adapter()))
        && (!online || terminal.online())
        && (!offline || !terminal.online())
        && (!blocked || terminal.status() != Terminal.Status.ACTIVE);
  }

  private static boolean isLegacy(Map<String, Suite> suites, String code) {
    Suite suite = suites.get(code);
    return suite != null && suite.legacy();
  }

  private static ShellTable table(
      List<Terminal> terminals, Map<String, Suite> suites, Instant now) {
    ShellTable table = new ShellTable();
    table.column("Terminal");
    table.column("Agency");
    table.column("Adapter");
    table.column("Kind");
    table.column("Status");
    table.column("Online");
    table.column("Last seen").alignRight();
    table.column("Signed on").alignRight();
    table.column("Batch");
    table.column("Suite");
    table.column("Address");
    for (Terminal terminal : terminals) {
      table
          .addRow()
          .addContent(
              terminal.code(),
              terminal.agencyCode(),
              terminal.adapter(),
              terminal.kind().word(),
              terminal.status(),
              terminal.online() ? "yes" : "no",
              Show.age(terminal.lastSeenAt(), now),
              Show.age(terminal.signedOnAt(), now),
              terminal.batchNo(),
              Show.orDash(suites.get(terminal.code())),
              Show.orDash(terminal.remoteAddress()));
    }
    return table.emptyTableText("no terminals");
  }
}
