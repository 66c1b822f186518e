package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.api.platform.gates.AdapterShares;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.gridtill.api.platform.gates.Gates;

/** Lists shares, and whether they have an effect. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "adapter-share-list",
    description = "Lists which versions of adapters serve some terminals only, and which serve now")
public class AdapterShareListCommand extends ShellCommand {

  @Reference(optional = true)
  AdapterShares shares;

  @Reference(optional = true)
  Gates gates;

  @Override
  final void run() throws Exception {
    run(present(shares, "the list of shares"));
  }

  /** Does what the command is for, with the service. */
  void run(AdapterShares service) throws Exception {
    List<GateStatus> statuses = gates == null ? List.of() : gates.status();
    ShellTable table = new ShellTable();
    table.column("Adapter");
    table.column("Version");
    table.column("Serves");
    table.column("Now");
    for (AdapterShare share : service.shares()) {
      table
          .addRow()
          .addContent(share.adapter(), share.version(), share.part(), now(share, statuses));
    }
    table.emptyTableText("no adapter is shared").print(out);
  }

  private static String now(AdapterShare share, List<GateStatus> statuses) {
    List<String> serving =
        statuses.stream()
            .filter(status -> status.state() == State.SERVING)
            .filter(status -> status.adapter().name().equals(share.adapter()))
            .map(status -> status.adapter().version())
            .distinct()
            .sorted()
            .toList();
    if (serving.isEmpty()) {
      return "no version serves";
    }
    if (!serving.contains(share.version())) {
      return "is not there; all are served by " + String.join(", ", serving);
    }
    return serving.size() == 1 ? "serves all, since no other version is there" : "serves its share";
  }
}
