package org.gridtill.accounts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.AccountStatement;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.store.accounts.JournalEntryKey;
import org.gridtill.store.accounts.JournalEntryRow;
import org.gridtill.store.accounts.PostingRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The journal in the database. It only ever inserts, so that no row is hot: a balance is a sum over
 * postings.
 */
@Component
public class JpaJournal implements Journal {

  private static final String SUMS =
      "SELECT p.account, SUM(CASE WHEN p.amount > 0 THEN p.amount ELSE 0 END),"
          + " SUM(CASE WHEN p.amount < 0 THEN p.amount ELSE 0 END)";

  private static final String OF_ENTRIES =
      " FROM gt_posting p JOIN gt_journal_entry e ON e.serial_no = p.serial_no AND e.kind = p.kind";

  private static final String IN_DAYS = "e.accounting_date BETWEEN ?1 AND ?2";

  private final JpaTemplate jpa;

  /** Made by Declarative Services. */
  @Activate
  public JpaJournal(@Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa) {
    this.jpa = jpa;
  }

  @Override
  public void post(JournalEntry entry) {
    jpa.tx(TransactionType.Required, em -> insert(em, entry));
  }

  private static void insert(EntityManager em, JournalEntry entry) {
    JournalEntryKey key = key(entry.key());
    JournalEntryRow head =
        new JournalEntryRow(key, entry.accountingDate(), entry.postedAt().toEpochMilli());
    if (entry.mirrors() != null) {
      head.mirror(key(entry.mirrors()));
    }
    em.persist(head);
    int line = 0;
    for (Posting posting : entry.postings()) {
      em.persist(new PostingRow(key, ++line, posting.account(), posting.amount().fen()));
    }
  }

  private static JournalEntryKey key(EntryKey key) {
    return new JournalEntryKey(key.kind().name(), key.number());
  }

  @Override
  public Optional<JournalEntry> find(EntryKey key) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            Optional.ofNullable(em.find(JournalEntryRow.class, key(key)))
                .map(row -> entry(row, lines(em, row))));
  }

  private static List<PostingRow> lines(EntityManager em, JournalEntryRow head) {
    return em.createQuery(
            "SELECT p FROM PostingRow p WHERE p.serialNo = :serial AND p.kind = :kind"
                + " ORDER BY p.lineNo",
            PostingRow.class)
        .setParameter("serial", head.serialNo())
        .setParameter("kind", head.kind())
        .getResultList();
  }

  private static JournalEntry entry(JournalEntryRow row, List<PostingRow> lines) {
    return new JournalEntry(
        key(row.kind(), row.serialNo()),
        row.mirrorsKind() == null ? null : key(row.mirrorsKind(), row.mirrors()),
        row.accountingDate(),
        Instant.ofEpochMilli(row.postedAt()),
        lines.stream().map(p -> new Posting(p.account(), Money.ofFen(p.amount()))).toList());
  }

  private static EntryKey key(String kind, long number) {
    return new EntryKey(EntryKind.valueOf(kind), number);
  }

  @Override
  public TrialBalance trialBalance() {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            sum(
                em.createNativeQuery(SUMS + " FROM gt_posting p GROUP BY p.account ORDER BY 1"),
                em.createNativeQuery("SELECT COUNT(*) FROM gt_journal_entry")));
  }

  @Override
  public TrialBalance trialBalance(LocalDate from, LocalDate to) {
    requireOrder(from, to);
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            sum(
                days(
                    em.createNativeQuery(
                        SUMS + OF_ENTRIES + " WHERE " + IN_DAYS + " GROUP BY p.account ORDER BY 1"),
                    from,
                    to),
                days(
                    em.createNativeQuery(
                        "SELECT COUNT(*) FROM gt_journal_entry e WHERE " + IN_DAYS),
                    from,
                    to)));
  }

  private static void requireOrder(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day, " + to + ", is before the first, " + from);
    }
  }

  private static Query days(Query query, LocalDate from, LocalDate to) {
    return query.setParameter(1, from).setParameter(2, to);
  }

  /** The sums come from one statement, so that they are of one moment. */
  private static TrialBalance sum(Query sums, Query count) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows = sums.getResultList();
    return new TrialBalance(
        rows.stream()
            .map(
                row ->
                    new TrialBalance.Row((String) row[0], money(row[1]), money(row[2]).negated()))
            .toList(),
        ((Number) count.getSingleResult()).longValue());
  }

  @Override
  public AccountStatement statement(String account, LocalDate from, LocalDate to) {
    requireOrder(from, to);
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            new AccountStatement(
                account, from, to, balanceBefore(em, account, from), lines(em, account, from, to)));
  }

  private static Money balanceBefore(EntityManager em, String account, LocalDate day) {
    Object sum =
        em.createNativeQuery(
                "SELECT COALESCE(SUM(p.amount), 0)"
                    + OF_ENTRIES
                    + " WHERE p.account = ?1 AND e.accounting_date < ?2")
            .setParameter(1, account)
            .setParameter(2, day)
            .getSingleResult();
    return money(sum);
  }

  private static List<AccountStatement.Line> lines(
      EntityManager em, String account, LocalDate from, LocalDate to) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createQuery(
                "SELECT e, p.amount FROM PostingRow p, JournalEntryRow e"
                    + " WHERE e.serialNo = p.serialNo AND e.kind = p.kind AND p.account = :account"
                    + " AND e.accountingDate BETWEEN :from AND :to"
                    + " ORDER BY e.accountingDate, e.postedAt, e.serialNo, e.kind")
            .setParameter("account", account)
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList();
    return rows.stream()
        .map(row -> line((JournalEntryRow) row[0], ((Number) row[1]).longValue()))
        .toList();
  }

  private static AccountStatement.Line line(JournalEntryRow head, long fen) {
    return new AccountStatement.Line(
        key(head.kind(), head.serialNo()),
        head.mirrorsKind() == null ? null : key(head.mirrorsKind(), head.mirrors()),
        head.accountingDate(),
        Instant.ofEpochMilli(head.postedAt()),
        Money.ofFen(fen));
  }

  /** Derby sums to a BIGINT, PostgreSQL to a NUMERIC. */
  private static Money money(Object sum) {
    return Money.ofFen(new BigDecimal(sum.toString()).longValueExact());
  }
}
