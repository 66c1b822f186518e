package org.gridtill.api.platform.vault;

import java.time.Instant;

/**
 * What may be known of a terminal's keys. Nothing in it is secret.
 *
 * @param terminalCode the terminal
 * @param master its master key; null if it has none
 * @param former the master key before, while the new one is not proved; null if there is none
 * @param waiting the component that waits for another person's; null if none does
 * @param signedOn whether it has working keys
 */
public record TerminalKeys(
    String terminalCode, Master master, Master former, Waiting waiting, boolean signedOn) {

  /**
   * A master key.
   *
   * @param suite the ciphers that it is for
   * @param usable whether operations let that suite work
   * @param checkValue its check value, 8 hexadecimal digits
   * @param loadedAt when its second component came; null for a key of an earlier version
   * @param loadedBy who gave the components; empty for a key of an earlier version
   */
  public record Master(
      Suite suite, boolean usable, String checkValue, Instant loadedAt, String loadedBy) {}

  /**
   * A component.
   *
   * @param key the key that it is a part of
   * @param checkValue its check value, 8 hexadecimal digits
   * @param person who gave it
   * @param givenAt when
   */
  public record Waiting(
      KeyCeremony.NewKey key, String checkValue, String person, Instant givenAt) {}
}
