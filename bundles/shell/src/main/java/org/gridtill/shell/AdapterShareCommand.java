package org.gridtill.shell;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.api.platform.gates.AdapterShares;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Lets a version of a terminal adapter serve some terminals, and all other versions the rest. */
@Service
@Command(
    scope = "gridtill",
    name = "adapter-share",
    description =
        "Lets a version of a terminal adapter serve a percentage of the terminals, certain ones, or"
            + " both, and the best other version the rest, in place of the share before; without"
            + " arguments lists the shares")
public class AdapterShareCommand extends AdapterShareListCommand {

  @Option(name = "--percent", description = "How many of a hundred terminals, 0 to 100")
  Integer percent;

  @Option(
      name = "--terminal",
      description = "A terminal besides; may be given several times",
      multiValued = true)
  @Completion(TerminalCodes.class)
  List<String> terminals;

  @Option(name = "--off", description = "Ends the share; the best version serves all then")
  boolean off;

  @Option(
      name = "--ahead",
      description =
          "Also for a version that is not there yet, so that it serves its share only when it comes")
  boolean ahead;

  @Argument(name = "adapter", description = "The adapter's name, such as pos")
  @Completion(TerminalAdapterNames.class)
  String adapter;

  @Argument(
      index = 1,
      name = "version",
      description = "The version as adapter-list shows it, such as 1.2.0")
  @Completion(TerminalAdapterVersions.class)
  String version;

  @Reference BundleContext context;

  @Reference(optional = true)
  ServiceComponentRuntime components;

  @Reference(optional = true)
  TerminalRegistry registry;

  @Override
  void run(AdapterShares shares) throws Exception {
    if (adapter != null) {
      change(shares);
    } else if (percent != null || terminals != null || off) {
      throw new IllegalArgumentException("name the adapter, such as pos");
    }
    super.run(shares);
  }

  private void change(AdapterShares shares) throws CommandException {
    try {
      if (off) {
        end(shares);
      } else {
        AdapterShare share = share();
        check(share);
        shares.give(share, Person.loggedIn());
      }
    } catch (IOException e) {
      throw failure("it cannot be kept, and so it is as before: " + e);
    }
  }

  private void end(AdapterShares shares) throws CommandException, IOException {
    if (percent != null || terminals != null || version != null) {
      throw new IllegalArgumentException("--off takes the adapter's name only");
    }
    if (!shares.end(adapter, Person.loggedIn())) {
      throw new IllegalArgumentException("there is no share of adapter " + adapter);
    }
  }

  private AdapterShare share() {
    if (version == null) {
      throw new IllegalArgumentException("which version? Or is it --off?");
    }
    Set<String> listed = terminals == null ? Set.of() : new TreeSet<>(terminals);
    return new AdapterShare(adapter, version, percent == null ? 0 : percent, listed);
  }

  /** What was typed may be well-formed and still mean nothing that is there. */
  private void check(AdapterShare share) throws CommandException {
    List<String> versions = new TerminalAdapters(context, components).versions(adapter);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("there is no terminal adapter " + adapter);
    }
    if (!ahead && !versions.contains(version)) {
      throw new IllegalArgumentException(
          "there is no version "
              + version
              + " of adapter "
              + adapter
              + ", but "
              + String.join(", ", versions)
              + "; --ahead is for one that comes later");
    }
    for (String code : share.terminals()) {
      present(registry, "the terminal registry")
          .find(code)
          .filter(terminal -> terminal.adapter().equals(adapter))
          .orElseThrow(
              () ->
                  new IllegalArgumentException("adapter " + adapter + " has no terminal " + code));
    }
  }

  /** A version that fails is taken from its terminals also while the database is away. */
  @Override
  boolean evenUnrecorded() {
    return true;
  }
}
