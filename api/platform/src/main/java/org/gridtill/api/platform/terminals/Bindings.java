package org.gridtill.api.platform.terminals;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which terminal, identity card and SIM may work together. Two persons make a binding, since
 * whoever could make one alone could let a stolen card work. One terminal may be bound to many
 * cards; whether one card may be bound to many terminals is a setting. Safe for use by several
 * threads and nodes.
 *
 * <p>Methods throw IllegalArgumentException if what was given is wrong, and IllegalStateException
 * if a rule or a state forbids it, saying which.
 */
@ProviderType
public interface Bindings {

  /**
   * Asks for a binding; another person must approve it.
   *
   * @param cardNo a card that is not lost or retired; empty if the terminal's kind proves none
   * @param iccid a SIM that is not revoked; empty if the terminal's kind proves none
   */
  void request(String terminalCode, String cardNo, String iccid, String person);

  /** Approves a binding, as another person than who asked for it. */
  void approve(String terminalCode, String cardNo, String iccid, String person);

  /** Ends a binding, or drops the request for one; an open shift under it is closed. */
  void end(String terminalCode, String cardNo, String iccid, String person);

  /** Returns all that have not ended, in the order of their terminals. */
  List<Binding> list();
}
