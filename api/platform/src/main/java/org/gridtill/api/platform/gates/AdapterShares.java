package org.gridtill.api.platform.gates;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which terminals are served by another version of their adapter than the rest. It is kept in a
 * configuration for each adapter. Safe for use by several threads.
 */
@ProviderType
public interface AdapterShares {

  /** Returns all, sorted by adapter. */
  List<AdapterShare> shares();

  /** Returns an adapter's. */
  Optional<AdapterShare> of(String adapter);

  /**
   * Gives a share to a version, in place of what that adapter's share was before. It counts from
   * the next frame on, whether that version is there or not; no connection is dropped.
   *
   * @param person who wants it, for the log
   * @throws IOException if it cannot be kept; then it does not count
   */
  void give(AdapterShare share, String person) throws IOException;

  /**
   * Ends the share of an adapter, whose best version serves all terminals then.
   *
   * @param person who wants it, for the log
   * @return whether there was one
   * @throws IOException if what is kept cannot be taken away; then it goes on
   */
  boolean end(String adapter, String person) throws IOException;
}
