package org.gridtill.api.platform.terminals;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What the guards have refused. Safe for use by several threads and nodes. */
@ProviderType
public interface GuardAlarms {

  /**
   * Notes a refusal. Never fails and never waits for long: an alarm must not make a refusal dear.
   *
   * @param reason one word
   * @param detail a sentence without secrets
   */
  void raise(String terminalCode, Guard guard, String reason, String detail);

  /** Returns the alarms that nobody has seen, the latest first. */
  List<GuardAlarm> open();

  /**
   * Somebody has seen all alarms of a terminal.
   *
   * @return how many that were
   */
  int acknowledge(String terminalCode, String person);
}
