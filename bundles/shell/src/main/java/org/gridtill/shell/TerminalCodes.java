package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalRegistry;

/** Completes the codes of terminals. */
@Service
public class TerminalCodes extends Words {

  @Reference(optional = true)
  TerminalRegistry terminals;

  @Override
  Stream<String> words() {
    return terminals == null ? Stream.empty() : terminals.list().stream().map(Terminal::code);
  }
}
