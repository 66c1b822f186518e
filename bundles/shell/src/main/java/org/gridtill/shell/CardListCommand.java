package org.gridtill.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.terminals.CollectorCard;
import org.gridtill.api.platform.terminals.CollectorCards;
import org.gridtill.api.platform.time.PlatformClock;

/** Lists cards. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "card-list",
    description = "Lists identity cards: whose they are and what they may")
public class CardListCommand extends ShellCommand {

  @Reference(optional = true)
  CollectorCards cards;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    Instant now = present(clock, "the platform clock").now();
    ShellTable table = new ShellTable();
    table.column("Card");
    table.column("State");
    table.column("Collector");
    table.column("Wrong PINs");
    table.column("Changed");
    table.column("By");
    for (CollectorCard each : present(cards, "the cards' desk").list()) {
      table
          .addRow()
          .addContent(
              each.cardNo(),
              each.state(),
              Show.orDash(each.collector()),
              each.failures(),
              Show.age(each.changedAt(), now),
              each.changedBy());
    }
    table.emptyTableText("no identity cards").print(out);
  }
}
