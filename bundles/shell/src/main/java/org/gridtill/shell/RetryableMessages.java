package org.gridtill.shell;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.notifications.OutboxMessage.State;

/** Completes the events of messages that may be sent again. */
@Service
public class RetryableMessages extends Words {

  private static final int LIMIT = 50;
  private static final Set<State> RETRYABLE = Set.of(State.REJECTED, State.EXPIRED, State.UNKNOWN);

  @Reference(optional = true)
  Outbox outbox;

  @Override
  Stream<String> words() {
    return outbox == null
        ? Stream.empty()
        : outbox.list(true, LIMIT).stream()
            .filter(message -> RETRYABLE.contains(message.state()))
            .map(message -> message.notice().eventKey());
  }
}
