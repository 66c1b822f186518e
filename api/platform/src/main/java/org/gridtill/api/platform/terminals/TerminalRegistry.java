package org.gridtill.api.platform.terminals;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.osgi.annotation.versioning.ProviderType;

/** The terminals that the platform knows. Safe for use by several threads. */
@ProviderType
public interface TerminalRegistry {

  /**
   * Registers a terminal, active, in batch 000001, of the kind that its adapter is for.
   *
   * @param code 1 to 16 letters or digits
   * @param agencyCode an agency that exists
   * @param adapter the name of the adapter that speaks its protocol
   * @throws IllegalArgumentException if the code is taken or malformed
   */
  void register(String code, String agencyCode, String adapter);

  /**
   * Registers a terminal of a kind, active, in batch 000001.
   *
   * @param code 1 to 16 letters or digits
   * @param agencyCode an agency that exists
   * @param adapter the name of the adapter that speaks its protocol
   * @param kind what it is
   * @param serialNo the maker's number on it, up to 32 letters, digits, dots and dashes; empty if
   *     it is not known
   * @throws IllegalArgumentException if the code or the serial number is taken or malformed
   */
  void register(String code, String agencyCode, String adapter, TerminalKind kind, String serialNo);

  /**
   * Lets a terminal work or not, from its next message on. One that is revoked stays so, and its
   * open shift is closed.
   *
   * @throws IllegalArgumentException if there is no such terminal
   * @throws IllegalStateException if it is revoked
   */
  void setStatus(String code, Terminal.Status status);

  /** Returns the terminal of that code. */
  Optional<Terminal> find(String code);

  /** Returns all terminals in the order of their codes. */
  List<Terminal> list();

  /**
   * Checks whether a terminal may send what it sends, and notes that it was seen.
   *
   * @param origin what the terminal says of itself
   * @param adapter the adapter it came through
   * @param remoteAddress where it came from
   * @return why not; empty if it may
   */
  Optional<Reply.Refused> admit(Origin origin, String adapter, String remoteAddress);

  /**
   * Answers a sign-on of a terminal that was admitted: issues working keys.
   *
   * @return {@link Reply.SignedOn} or {@link Reply.Refused}
   */
  Reply signOn(Request.SignOn request);
}
