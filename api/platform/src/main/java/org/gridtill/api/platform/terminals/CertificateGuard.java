package org.gridtill.api.platform.terminals;

import java.util.Optional;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The guard of certificates: no terminal speaks over another's certificate, and none without one
 * whose kind must show it. It looks at every message of a registered terminal, whatever it asks.
 * Safe for use by several threads and nodes.
 */
@ProviderType
public interface CertificateGuard {

  /**
   * Tells whether a terminal may speak over a connection.
   *
   * @param origin what the terminal says of itself
   * @param certifiedTerminal the terminal whose certificate the connection has proved; empty if it
   *     has proved none
   * @return why not, naming the guard; empty if it may
   */
  Optional<Reply.Refused> admit(Origin origin, String certifiedTerminal);
}
