package org.gridtill.vault;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.gridtill.vault.AuthorityKeyRepository.StoredAuthorityKey;
import org.gridtill.vault.CeremonyRepository.StoredComponent;
import org.gridtill.vault.KeyRepository.StoredMaster;
import org.gridtill.vault.KeyRepository.StoredWorkingKeys;
import org.gridtill.vault.Wrapping.Wrapped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves all wrapped keys under the current master key, row by row. Each row names the master key it
 * is under, so that it may be broken off at any point and gone on with, and the platform works
 * meanwhile.
 */
final class Rewrapper {

  private static final Logger LOG = LoggerFactory.getLogger(Rewrapper.class);
  private static final int AT_ONCE = 500;

  /** A row that somebody changes all the time is left to the next call. */
  private static final int FRUITLESS = 5;

  private final RewrapRepository repository;
  private final MasterKeys masterKeys;
  private final Wrapping wrapping;

  Rewrapper(RewrapRepository repository, MasterKeys masterKeys, Wrapping wrapping) {
    this.repository = repository;
    this.masterKeys = masterKeys;
    this.wrapping = wrapping;
  }

  /**
   * Makes a new master key, unless an earlier call was broken off, and moves everything under it.
   *
   * @return how many rows were moved
   */
  long rotate(String person) {
    String current = masterKeys.current().id();
    boolean brokenOff =
        repository.countByMasterKey().keySet().stream().anyMatch(id -> !id.equals(current));
    MasterKey target = brokenOff ? masterKeys.current() : masterKeys.add();
    LOG.warn("{} moves all keys under master key {}", person, target.id());
    long moved =
        move(most -> repository.mastersNotUnder(target.id(), most), row -> rewrap(row, target))
            + move(
                most -> repository.workingKeysNotUnder(target.id(), most),
                row -> rewrap(row, target))
            + move(
                most -> repository.componentsNotUnder(target.id(), most),
                row -> rewrap(row, target))
            + move(
                most -> repository.authorityKeysNotUnder(target.id(), most),
                row -> rewrap(row, target));
    LOG.info("{} rows are under master key {} now", moved, target.id());
    return moved;
  }

  /** Destroys the master keys that nothing is under. */
  int retire(String person) {
    String current = masterKeys.current().id();
    for (String id : repository.countByMasterKey().keySet()) {
      if (!id.equals(current)) {
        throw new IllegalStateException(
            "keys are still wrapped under master key " + id + "; vault-rotate moves them");
      }
    }
    int retired = masterKeys.retire();
    LOG.warn("{} destroyed {} master keys; {} is left", person, retired, current);
    return retired;
  }

  private interface Move<R> {
    void apply(R row);
  }

  private static <R> long move(IntFunction<List<R>> next, Move<R> move) {
    long moved = 0;
    List<R> before = List.of();
    int fruitless = 0;
    while (fruitless < FRUITLESS) {
      List<R> rows = next.apply(AT_ONCE);
      if (rows.isEmpty()) {
        return moved;
      }
      rows.forEach(move::apply);
      boolean again = rows.equals(before);
      fruitless = again ? fruitless + 1 : 0;
      moved += again ? 0 : rows.size();
      before = rows;
    }
    throw new IllegalStateException("some keys change all the time; try again");
  }

  private void rewrap(StoredMaster row, MasterKey target) {
    repository.replace(row, rewrap(row.wrapped(), row.use(), target));
  }

  private void rewrap(StoredWorkingKeys row, MasterKey target) {
    repository.replace(
        row,
        rewrap(row.pinKey(), row.pinUse(), target),
        rewrap(row.macKey(), row.macUse(), target));
  }

  private void rewrap(StoredComponent row, MasterKey target) {
    repository.replace(row, rewrap(row.wrapped(), row.use(), target));
  }

  private void rewrap(StoredAuthorityKey row, MasterKey target) {
    repository.replace(row, rewrap(row.wrapped(), row.use(), target));
  }

  private Wrapped rewrap(Wrapped wrapped, KeyUse use, MasterKey target) {
    byte[] plain = wrapping.unwrap(wrapped, use);
    try {
      return wrapping.wrap(plain, use, target);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }
}
