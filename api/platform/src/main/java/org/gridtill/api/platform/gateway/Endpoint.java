package org.gridtill.api.platform.gateway;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An address at which terminals connect. There is one service of this type for each endpoint that
 * is configured rightly, whether it listens already or not. Safe for use by several threads; counts
 * begin when the endpoint starts.
 */
@ProviderType
public interface Endpoint {

  /** Returns its name, by which operations know it. */
  String name();

  /**
   * Returns the name of the adapter that speaks the protocol of the terminals that connect here.
   */
  String adapter();

  /** Returns host and port, separated by a colon, where it listens or is going to. */
  String address();

  /** Tells whether connections are enciphered with TLS. */
  boolean tls();

  /**
   * Returns whether terminals show a certificate of theirs: {@code none}, {@code wanted} or {@code
   * required}.
   */
  default String clientCertificate() {
    return "none";
  }

  /**
   * Returns what keeps it from listening: which parts of the platform it waits for before it begins
   * to, or why its address cannot be used. A part that goes away later keeps it from nothing.
   *
   * @return a sentence's end for operations, such as {@code waits for the vault}; empty if it
   *     listens
   */
  Optional<String> obstacle();

  /** Returns the number of open connections. */
  int connections();

  /** Returns how many connections may be open. */
  int maxConnections();

  /** Returns how many whole frames have come in. */
  long frames();

  /**
   * Returns how often what came in was refused, by kind: the gateway's own reasons (such as {@code
   * OVERSIZED_FRAME}) and those of {@link org.gridtill.api.adapter.terminal.Refusal}. Kinds that
   * have not occurred are left out.
   *
   * @return sorted by kind
   */
  Map<String, Long> refused();
}
