package org.gridtill.api.platform.credit;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The register of agencies (代收单位) and their collectors (收费员). What it changes takes effect on the
 * next message that moves money. Persons are the names of the users who act. Safe for use by
 * several threads and nodes.
 *
 * <p>All methods throw {@link IllegalArgumentException} if there is no such holder or an argument
 * is wrong, and {@link IllegalStateException} if the holder's state forbids it, with a sentence
 * that says what.
 */
@ProviderType
public interface Agencies {

  /** How many agencies may stand above one another. */
  int MOST_LEVELS = 4;

  /**
   * Adds an agency. It may hold nothing until two persons have set a limit, or money was paid in.
   *
   * @param code 1 to 15 letters or digits
   * @param name what people call it, 1 to 100 characters
   * @param parentCode the agency above it; null if none
   */
  void addAgency(String code, String name, String parentCode);

  /**
   * Adds a collector. It may hold nothing until two persons have set a limit.
   *
   * @param collector the agency and the code
   * @param name what people call it, 1 to 100 characters
   */
  void addCollector(Holder collector, String name);

  /**
   * Says where messages to a holder go.
   *
   * @param contact such as a telephone number, at most 64 characters; empty for none
   * @param language {@code zh} or {@code en}
   */
  void contact(Holder holder, String contact, String language);

  /** Returns where messages to a holder go. */
  Contact contact(Holder holder);

  /** Lets a holder, and everybody below an agency, take no more money until it is resumed. */
  void suspend(Holder holder, String person, String reason);

  /** Lets a suspended holder take money again. */
  void resume(Holder holder, String person);

  /**
   * Puts an agency, with the money that it and everybody below it hold, under another one.
   *
   * @param parentCode the agency above it from now on; null if none
   * @throws IllegalStateException if that agency's limit does not bear the money
   */
  void move(String agencyCode, String parentCode, String person);

  /**
   * Closes a holder. While it has money to remit or to get back it is {@link HolderState#CLOSING};
   * it becomes {@link HolderState#CLOSED} by itself when that is done. A request for another limit
   * is dropped.
   *
   * @return the state it has then
   * @throws IllegalStateException if an agency has collectors or agencies that are not closed or
   *     closing
   */
  HolderState close(Holder holder, String person, String reason);

  /**
   * Returns what people have done about a holder's state, place and limit, the latest first.
   *
   * @param limit how many changes at most; positive
   */
  List<Change> history(Holder holder, int limit);

  /**
   * Where messages to a holder go.
   *
   * @param address such as a telephone number; empty if there is none
   * @param language {@code zh} or {@code en}
   */
  record Contact(String address, String language) {}

  /**
   * What somebody has done about a holder.
   *
   * @param at when
   * @param person who
   * @param words what, such as {@code sets the limit from 0.00 to 100.00}
   */
  record Change(Instant at, String person, String words) {}
}
