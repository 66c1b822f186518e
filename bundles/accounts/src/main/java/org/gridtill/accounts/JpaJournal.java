package org.gridtill.accounts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.accounts.TrialBalance;
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
    long serial = entry.serialNo().number();
    em.persist(
        new JournalEntryRow(
            serial,
            entry.mirrors() == null ? null : entry.mirrors().number(),
            entry.accountingDate(),
            entry.postedAt().toEpochMilli()));
    int line = 0;
    for (Posting posting : entry.postings()) {
      em.persist(new PostingRow(serial, ++line, posting.account(), posting.amount().fen()));
    }
  }

  @Override
  public Optional<JournalEntry> find(SerialNo serialNo) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            Optional.ofNullable(em.find(JournalEntryRow.class, serialNo.number()))
                .map(row -> entry(row, lines(em, serialNo))));
  }

  private static List<PostingRow> lines(EntityManager em, SerialNo serialNo) {
    return em.createQuery(
            "SELECT p FROM PostingRow p WHERE p.serialNo = :serial ORDER BY p.lineNo",
            PostingRow.class)
        .setParameter("serial", serialNo.number())
        .getResultList();
  }

  private static JournalEntry entry(JournalEntryRow row, List<PostingRow> lines) {
    return new JournalEntry(
        SerialNo.of(row.serialNo()),
        row.mirrors() == null ? null : SerialNo.of(row.mirrors()),
        row.accountingDate(),
        Instant.ofEpochMilli(row.postedAt()),
        lines.stream().map(p -> new Posting(p.account(), Money.ofFen(p.amount()))).toList());
  }

  @Override
  public TrialBalance trialBalance() {
    return jpa.txExpr(TransactionType.Required, JpaJournal::sum);
  }

  /** One statement, so that the sums are of one moment. */
  private static TrialBalance sum(EntityManager em) {
    @SuppressWarnings("unchecked")
    List<Object[]> sums =
        em.createNativeQuery(
                "SELECT account, SUM(CASE WHEN amount > 0 THEN amount ELSE 0 END),"
                    + " SUM(CASE WHEN amount < 0 THEN amount ELSE 0 END)"
                    + " FROM gt_posting GROUP BY account ORDER BY account")
            .getResultList();
    List<TrialBalance.Row> rows =
        sums.stream()
            .map(
                row ->
                    new TrialBalance.Row((String) row[0], money(row[1]), money(row[2]).negated()))
            .toList();
    long entries =
        em.createQuery("SELECT COUNT(e) FROM JournalEntryRow e", Long.class).getSingleResult();
    return new TrialBalance(rows, entries);
  }

  /** Derby sums to a BIGINT, PostgreSQL to a NUMERIC. */
  private static Money money(Object sum) {
    return Money.ofFen(new BigDecimal(sum.toString()).longValueExact());
  }
}
