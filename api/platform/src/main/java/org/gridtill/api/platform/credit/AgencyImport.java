package org.gridtill.api.platform.credit;

import java.io.IOException;
import java.io.Reader;
import org.gridtill.api.platform.files.BadFileException;
import org.osgi.annotation.versioning.ProviderType;

/** Imports agencies and collectors in bulk. Safe for use by several threads and nodes. */
@ProviderType
public interface AgencyImport {

  /**
   * Imports agencies and collectors, as docs/agency-import.md describes: all of them or, if a line
   * is bad, none. Their limits wait for a second person.
   *
   * @param person who imports them, and asks for their limits
   * @throws BadFileException if lines are bad, naming each of them
   */
  Imported importFrom(Reader csv, String person) throws IOException;

  /**
   * What was imported.
   *
   * @param agencies how many agencies
   * @param collectors how many collectors
   */
  record Imported(int agencies, int collectors) {}
}
