package org.gridtill.api.platform.credit;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.gridtill.api.platform.files.BadFileException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What comes to the utility's fee account: remitted money, agencies' own money paid in advance
 * (备付金), and what nobody can explain yet. Safe for use by several threads and nodes.
 *
 * <p>All methods throw {@link IllegalArgumentException} if an argument is wrong or there is no such
 * movement, batch or agency, and {@link IllegalStateException} if the state forbids it, with a
 * sentence that says what.
 */
@ProviderType
public interface BankAccount {

  /**
   * Imports a statement, as docs/bank-statement.md describes. All of it is imported or, if a line
   * is bad, nothing. A movement that was imported before is skipped, so that a statement may be
   * imported again, and statements may overlap.
   *
   * @throws BadFileException if lines are bad, naming each of them
   */
  Imported importStatement(Reader statement, String person) throws IOException;

  /**
   * Matches a movement by hand that could not be matched by its text.
   *
   * @param bankReference the movement
   * @param target a fund batch's reference, or an agency's code for its own money
   */
  BankMovement assign(String bankReference, String target, String person);

  /** Returns the movements that nobody can explain yet, the oldest first. */
  List<BankMovement> unmatched();

  /** Returns the movements of an agency, the latest first. */
  List<BankMovement> list(String agencyCode, int limit);

  /**
   * What became of a statement.
   *
   * @param matched how many movements belong to fund batches
   * @param ownMoney how many are agencies' own money
   * @param unmatched how many nobody can explain yet
   * @param known how many were imported before
   */
  record Imported(int matched, int ownMoney, int unmatched, int known) {}
}
