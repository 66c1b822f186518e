package org.gridtill.shell;

import java.time.ZoneOffset;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.approvals.Approvals;
import org.gridtill.api.platform.approvals.Request;

/** Lists what administrators have asked each other for. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "approval-list",
    description = "Lists what waits for a second administrator, and what became of the latest")
public class ApprovalListCommand extends ShellCommand {

  @Reference(optional = true)
  Approvals approvals;

  @Override
  void run() throws Exception {
    ShellTable table = new ShellTable();
    table.column("Number");
    table.column("State");
    table.column("What");
    table.column("Asked for by");
    table.column("At");
    table.column("Until");
    table.column("Decided by");
    for (Request request : present(approvals, "the desk for approvals").list()) {
      table
          .addRow()
          .addContent(
              request.number(),
              request.state(),
              request.act().words(),
              request.requestedBy(),
              Show.time(request.requestedAt(), ZoneOffset.UTC),
              Show.time(request.expiresAt(), ZoneOffset.UTC),
              Show.orDash(request.decidedBy()));
    }
    table.emptyTableText("nothing was asked for").print(out);
  }
}
