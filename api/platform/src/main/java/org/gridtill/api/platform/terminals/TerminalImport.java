package org.gridtill.api.platform.terminals;

import java.io.IOException;
import java.io.Reader;
import org.gridtill.api.platform.files.BadFileException;
import org.osgi.annotation.versioning.ProviderType;

/** Imports terminals with what is bound to them. Safe for use by several threads and nodes. */
@ProviderType
public interface TerminalImport {

  /**
   * Imports terminals, SIM cards, identity cards in stock and requests for bindings, as
   * docs/terminals.md describes: all of them or, if a line is bad, none.
   *
   * @param person who imports them, and asks for the bindings
   * @throws BadFileException if lines are bad, naming each of them
   */
  Imported importFrom(Reader csv, String person) throws IOException;

  /**
   * What was imported.
   *
   * @param terminals how many terminals
   * @param cards how many identity cards
   * @param sims how many SIM cards
   * @param bindings how many bindings wait for a second person
   */
  record Imported(int terminals, int cards, int sims, int bindings) {}
}
