package org.gridtill.credit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.store.credit.HolderRow;

/** Reads the holders' table, and says in words what is wrong with what people ask for. */
final class Holders {

  /** Far more than anybody may hold, and far from where sums overflow. */
  static final Money MOST = Money.ofFen(1_000_000_000_000_00L);

  private static final int LONGEST_PERSON = 64;
  private static final int LONGEST_REASON = 200;

  /** Of a message's values. */
  private static final int LONGEST_VALUE = 100;

  private Holders() {}

  /** Returns a holder's row as it is committed, or as this transaction has changed it. */
  static Optional<HolderRow> find(EntityManager em, Holder holder) {
    HolderRow row = em.find(HolderRow.class, holder.toString());
    if (row != null) {
      // Updates go past the entity manager.
      em.refresh(row);
    }
    return Optional.ofNullable(row);
  }

  /** Returns a holder's row. */
  static HolderRow get(EntityManager em, Holder holder) {
    return find(em, holder)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no " + (holder.isCollector() ? "collector " : "agency ") + holder));
  }

  /**
   * Locks a holder until the end of the transaction, with all that it has lent, and returns its
   * row.
   */
  static HolderRow lock(EntityManager em, Holder holder) {
    Levels.lock(em, holder.toString());
    Shares.recall(em, holder.toString());
    return get(em, holder);
  }

  /**
   * Adds a holder that may hold nothing yet.
   *
   * @param parent who stands above; empty if nobody does
   */
  static void add(
      EntityManager em, Holder holder, String parent, String name, Agencies.Contact contact) {
    em.createNativeQuery(
            "INSERT INTO gt_holder (holder, agency_code, collector_code, parent, name, state,"
                + " reason, credit_limit, net_position, reserved, lent, changes, alerted, contact,"
                + " language) VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', 0, 0, 0, 0, 0, 0, ?7, ?8)")
        .setParameter(1, holder.toString())
        .setParameter(2, holder.agencyCode())
        .setParameter(3, holder.collectorCode())
        .setParameter(4, parent)
        .setParameter(5, name)
        .setParameter(6, HolderState.ACTIVE.name())
        .setParameter(7, contact.address())
        .setParameter(8, contact.language())
        .executeUpdate();
  }

  static HolderState state(EntityManager em, String holder) {
    List<?> states =
        em.createNativeQuery("SELECT state FROM gt_holder WHERE holder = ?1")
            .setParameter(1, holder)
            .getResultList();
    return HolderState.valueOf((String) states.get(0));
  }

  /** Fails if a holder is closed, or has only money to remit or to get back. */
  static void requireOpen(HolderRow row) {
    HolderState state = HolderState.valueOf(row.state());
    if (state == HolderState.CLOSING || state == HolderState.CLOSED) {
      throw new IllegalStateException(row.holder() + " is closed");
    }
  }

  static CreditLine line(HolderRow row) {
    boolean hasAgencyAbove = row.collectorCode().isEmpty() && !row.parent().isEmpty();
    return new CreditLine(
        new Holder(row.agencyCode(), row.collectorCode()),
        row.name(),
        hasAgencyAbove ? row.parent() : null,
        HolderState.valueOf(row.state()),
        row.reason(),
        Money.ofFen(row.creditLimit()),
        Money.ofFen(row.netPosition()),
        Money.ofFen(row.reserved()));
  }

  /** Notes who did what, for ever; under the holder's lock. */
  static void note(EntityManager em, Holder holder, String person, long now, String words) {
    em.createNativeQuery(
            "INSERT INTO gt_holder_change (holder, change_no, changed_at, changed_by, words)"
                + " SELECT CAST(?1 AS VARCHAR(32)), COALESCE(MAX(change_no), 0) + 1,"
                + " CAST(?2 AS BIGINT), CAST(?3 AS VARCHAR(64)), CAST(?4 AS VARCHAR(300))"
                + " FROM gt_holder_change WHERE holder = ?1")
        .setParameter(1, holder.toString())
        .setParameter(2, now)
        .setParameter(3, person)
        .setParameter(4, words)
        .executeUpdate();
  }

  /** Returns what was noted of a holder, the latest first. */
  static List<Agencies.Change> history(EntityManager em, Holder holder, int limit) {
    List<?> rows =
        em.createNativeQuery(
                "SELECT changed_at, changed_by, words FROM gt_holder_change"
                    + " WHERE holder = ?1 ORDER BY change_no DESC")
            .setParameter(1, holder.toString())
            .setMaxResults(limit)
            .getResultList();
    return rows.stream().map(row -> change((Object[]) row)).toList();
  }

  private static Agencies.Change change(Object[] row) {
    Instant at = Instant.ofEpochMilli(((Number) row[0]).longValue());
    return new Agencies.Change(at, (String) row[1], (String) row[2]);
  }

  /** Cuts a reason to what a message has room for, and no character in two. */
  static String fit(String reason) {
    if (reason.length() <= LONGEST_VALUE) {
      return reason;
    }
    int end = LONGEST_VALUE - 1;
    return reason.substring(0, Character.isHighSurrogate(reason.charAt(end - 1)) ? end - 1 : end)
        + '\u2026';
  }

  static void requirePerson(String person) {
    require("person", person, LONGEST_PERSON);
  }

  static void requireReason(String reason) {
    require("reason", reason, LONGEST_REASON);
  }

  /** Refuses what no bank and no agency has. */
  static void requireBearable(Money amount) {
    if (amount.compareTo(MOST) > 0 || amount.compareTo(MOST.negated()) < 0) {
      throw new IllegalArgumentException("an amount is at most " + MOST + ", not " + amount);
    }
  }

  static void require(String what, String value, int longest) {
    if (value == null || value.isBlank() || value.length() > longest) {
      throw new IllegalArgumentException(
          "the " + what + " must have 1 to " + longest + " characters");
    }
  }
}
