package org.gridtill.api.platform.accounts;

import java.util.Optional;
import org.gridtill.api.adapter.SerialNo;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The double-entry journal. Entries are added and never changed; a reversal is a mirrored entry.
 * Safe for use by several threads.
 */
@ProviderType
public interface Journal {

  /**
   * Adds an entry in the caller's transaction.
   *
   * @throws RuntimeException of the database, at the latest at commit, if an entry of that serial
   *     number exists
   */
  void post(JournalEntry entry);

  /** Returns the entry of a transaction. */
  Optional<JournalEntry> find(SerialNo serialNo);

  /** Returns the sums over the whole journal. */
  TrialBalance trialBalance();
}
