package org.gridtill.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.api.platform.vault.TerminalKeys;

/** Shows what may be known of a terminal's keys. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "key-show",
    description = "Shows a terminal's cipher suite, the check values of its keys, and what waits")
public class KeyShowCommand extends RuledCommand {

  @Argument(name = "code", description = "The terminal", required = true)
  @Completion(TerminalCodes.class)
  String code;

  @Reference(optional = true)
  KeyCeremony ceremony;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void runByRules() throws Exception {
    TerminalKeys keys =
        present(ceremony, "the vault")
            .find(code)
            .orElseThrow(() -> new IllegalArgumentException("terminal " + code + " has no key"));
    Instant now = present(clock, "the platform clock").now();
    fact("Terminal", keys.terminalCode());
    fact("Working keys", keys.signedOn() ? "issued" : "none, it has not signed on");
    show("Master key", keys.master(), now);
    if (keys.former() != null) {
      show("Old master key", keys.former(), now);
      out.println("  kept until a message proves that the terminal has the new one");
    }
    if (keys.waiting() != null) {
      show(keys.waiting(), now);
    }
  }

  private void show(String name, TerminalKeys.Master key, Instant now) {
    heading(name);
    if (key == null) {
      out.println("none");
      return;
    }
    fact("Suite", key.suite() + Legacy.mark(key.suite(), key.usable()));
    fact("Check value", key.checkValue());
    fact("Loaded", key.loadedAt() == null ? null : Show.age(key.loadedAt(), now) + " ago");
    fact("By", key.loadedBy());
  }

  private void show(TerminalKeys.Waiting component, Instant now) {
    heading(component.key().renewal() ? "Waiting, to renew the key" : "Waiting");
    fact("Suite", component.key().suite());
    fact("Component of", component.person());
    fact("Check value", component.checkValue());
    fact("Given", Show.age(component.givenAt(), now) + " ago");
  }
}
