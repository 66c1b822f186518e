package org.gridtill.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.AccountStatement;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.EntryTotals;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.accounts.JournalEntryKey;
import org.gridtill.store.accounts.JournalEntryRow;
import org.gridtill.store.accounts.PostingRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The journal in the database. It only ever inserts, so that no row is hot: a balance is a sum over
 * postings. {@link Sums} has the statements that add up.
 */
@Component
public class JpaJournal implements Journal {

  private final JpaTemplate jpa;
  private final PlatformClock clock;

  /** Made by Declarative Services. */
  @Activate
  public JpaJournal(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock) {
    this.jpa = jpa;
    this.clock = clock;
  }

  @Override
  public void post(JournalEntry entry) {
    jpa.tx(TransactionType.Required, em -> insert(em, entry));
  }

  private void insert(EntityManager em, JournalEntry entry) {
    JournalEntryKey key = key(entry.key());
    JournalEntryRow head =
        new JournalEntryRow(
            key, openDay(em, entry.accountingDate()), entry.postedAt().toEpochMilli());
    if (entry.mirrors() != null) {
      head.mirror(key(entry.mirrors()));
    }
    em.persist(head);
    int line = 0;
    for (Posting posting : entry.postings()) {
      em.persist(new PostingRow(key, ++line, posting.account(), posting.amount().fen()));
    }
  }

  private LocalDate openDay(EntityManager em, LocalDate day) {
    boolean late = day.isBefore(clock.accountingDate(clock.now()));
    return late ? PeriodMark.openDay(em, day) : day;
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
  public Money balance(String account) {
    return jpa.txExpr(TransactionType.Required, em -> Sums.balance(em, account));
  }

  @Override
  public EntryTotals totals(EntryKind kind, long from, long to) {
    return jpa.txExpr(TransactionType.Required, em -> Sums.totals(em, kind, from, to));
  }

  @Override
  public TrialBalance trialBalance() {
    return steady(Sums::all);
  }

  @Override
  public TrialBalance trialBalance(LocalDate from, LocalDate to) {
    requireOrder(from, to);
    return steady(em -> Sums.ofDays(em, from, to));
  }

  private TrialBalance steady(Function<EntityManager, TrialBalance> look) {
    return Sums.steady(
        () -> jpa.txExpr(TransactionType.Required, look::apply),
        () ->
            jpa.txExpr(
                TransactionType.Required,
                em -> {
                  Sums.lockOut(em);
                  return look.apply(em);
                }));
  }

  private static void requireOrder(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day, " + to + ", is before the first, " + from);
    }
  }

  @Override
  public AccountStatement statement(String account, LocalDate from, LocalDate to) {
    requireOrder(from, to);
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            new AccountStatement(
                account,
                from,
                to,
                Sums.balanceBefore(em, account, from),
                lines(em, account, from, to)));
  }

  private static List<AccountStatement.Line> lines(
      EntityManager em, String account, LocalDate from, LocalDate to) {
    // Columns only: with an entity among them the persistence provider reads on another statement
    // while this one is open, which closes it on Derby under JTA.
    List<?> rows =
        em.createNativeQuery(
                "SELECT e.kind, e.serial_no, e.mirrors_kind, e.mirrors, e.accounting_date,"
                    + " e.posted_at, p.amount FROM gt_posting p JOIN gt_journal_entry e"
                    + " ON e.serial_no = p.serial_no AND e.kind = p.kind"
                    + " WHERE p.account = ?1 AND e.accounting_date BETWEEN ?2 AND ?3"
                    + " ORDER BY e.accounting_date, e.posted_at, e.serial_no, e.kind, p.line_no")
            .setParameter(1, account)
            .setParameter(2, from)
            .setParameter(3, to)
            .getResultList();
    return rows.stream().map(row -> line((Object[]) row)).toList();
  }

  private static AccountStatement.Line line(Object[] row) {
    return new AccountStatement.Line(
        key((String) row[0], number(row[1])),
        row[2] == null ? null : key((String) row[2], number(row[3])),
        LocalDate.parse(row[4].toString()),
        Instant.ofEpochMilli(number(row[5])),
        Money.ofFen(number(row[6])));
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }
}
