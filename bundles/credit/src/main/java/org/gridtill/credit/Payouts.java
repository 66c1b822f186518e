package org.gridtill.credit;

import java.util.List;
import javax.persistence.EntityManager;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.store.credit.HolderRow;

/** Money of their own that agencies get back. */
final class Payouts {

  private Payouts() {}

  /**
   * Takes money off an agency and everybody above it, whose rows are locked: what the agency has of
   * its own, and nothing that anybody's credit would have to bear instead.
   *
   * @param amount positive, in fen
   * @return whether it is taken
   */
  static boolean take(EntityManager em, String agencyCode, long amount) {
    List<String> chain = Chains.read(em, agencyCode);
    for (String holder : chain) {
      HolderRow row = Holders.get(em, Holder.agency(holder));
      boolean own = !holder.equals(agencyCode) || row.netPosition() >= amount;
      boolean borne = row.creditLimit() + row.netPosition() - row.reserved() >= amount;
      if (!own || !borne) {
        return false;
      }
    }
    for (int level = 0; level < chain.size(); level++) {
      List<String> from = chain.subList(level, chain.size());
      if (!Levels.shift(em, from, new Levels.Change(0, -amount))) {
        throw new IllegalStateException(
            chain.get(level) + " was moved at the same moment; try again");
      }
    }
    return true;
  }
}
