package org.gridtill.gateway;

import java.util.Optional;
import org.gridtill.api.adapter.terminal.TerminalAdapter;

/** Finds the adapter of an endpoint, which may come, go and be replaced at any time. */
interface AdapterSource {

  /** Returns the adapter that serves now. */
  Optional<TerminalAdapter> current();
}
