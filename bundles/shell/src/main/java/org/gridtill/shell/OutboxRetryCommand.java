package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.notifications.Outbox;

/** Lets a message be sent again. */
@Service
@Command(
    scope = "gridtill",
    name = "outbox-retry",
    description =
        "Sends a message again that was rejected, given up or is unknown; of an unknown one somebody"
            + " may then be told twice")
public class OutboxRetryCommand extends ShellCommand {

  @Argument(
      name = "event",
      description = "The message's event, as outbox-list shows it",
      required = true)
  @Completion(RetryableMessages.class)
  String event;

  @Reference(optional = true)
  Outbox outbox;

  @Override
  void run() throws Exception {
    present(outbox, "the outbox").retry(event);
    out.println("message " + event + " is sent again");
  }
}
