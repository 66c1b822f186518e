package org.gridtill.shell;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.time.PlatformClock;

/** Lists messages to people. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "outbox-list",
    description = "Lists messages to people, the latest first, and what became of them")
public class OutboxListCommand extends ShellCommand {

  @Option(
      name = "--trouble",
      description = "Only those that were rejected, given up, are unknown, or overdue")
  boolean trouble;

  @Option(name = "--limit", description = "How many to list at most, 1 to 10000")
  int limit = 100;

  @Reference(optional = true)
  Outbox outbox;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    if (limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("--limit is 1 to 10000");
    }
    Instant now = present(clock, "the platform clock").now();
    // One more than is listed, to see whether there are more.
    List<OutboxMessage> found = present(outbox, "the outbox").list(trouble, limit + 1);
    List<OutboxMessage> listed = found.subList(0, Math.min(limit, found.size()));
    table(listed, now).print(out);
    out.println(Show.count(listed.size(), "message") + (found.size() > limit ? ", and more" : ""));
  }

  private ShellTable table(List<OutboxMessage> messages, Instant now) {
    ShellTable table = new ShellTable();
    table.column("Event");
    table.column("For");
    table.column("State");
    table.column("Age").alignRight();
    table.column("Tried").alignRight();
    table.column("Next in").alignRight();
    table.column("Values");
    table.column("What went wrong");
    for (OutboxMessage message : messages) {
      table
          .addRow()
          .addContent(
              message.notice().eventKey(),
              message.notice().audience(),
              message.state(),
              Show.age(message.createdAt(), now),
              message.attempts(),
              Show.until(message.nextAttemptAt(), now),
              String.join(", ", message.notice().values()),
              Show.orDash(message.words()));
    }
    return table.emptyTableText(trouble ? "no message is in trouble" : "no messages");
  }
}
