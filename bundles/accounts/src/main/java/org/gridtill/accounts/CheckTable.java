package org.gridtill.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.gridtill.api.platform.accounts.BookChecks;

/** The statements on the tables of daily checks; each runs in the caller's transaction. */
final class CheckTable {

  /** After so long without a report, whoever runs the check has died. */
  static final Duration PATIENCE = Duration.ofHours(1);

  private static final int LONGEST_LINE = 1000;

  private CheckTable() {}

  /**
   * Takes a day's check over, if nobody else has. The condition stands in the update, so that one
   * node does.
   *
   * @return the number of the claim; empty if the check is done or somebody is at it
   */
  static OptionalLong claim(EntityManager em, LocalDate day, Instant now) {
    if (isDone(em, day)) {
      return OptionalLong.empty();
    }
    Query update =
        em.createNativeQuery(
            "UPDATE gt_book_check SET claimed_day = ?1, claimed_at = ?2, claim_no = claim_no + 1"
                + " WHERE id = 1 AND (reported_day IS NULL OR reported_day < ?1)"
                + " AND (claimed_day IS NULL OR claimed_day < ?1 OR claimed_at < ?3)");
    update.setParameter(1, day);
    update.setParameter(2, now.toEpochMilli());
    update.setParameter(3, now.minus(PATIENCE).toEpochMilli());
    if (update.executeUpdate() == 0) {
      return OptionalLong.empty();
    }
    Number claim =
        (Number)
            em.createNativeQuery("SELECT claim_no FROM gt_book_check WHERE id = 1")
                .getSingleResult();
    return OptionalLong.of(claim.longValue());
  }

  /** Looks before the update, which most of the day is in vain and would lock the row. */
  private static boolean isDone(EntityManager em, LocalDate day) {
    return Days.of(
            em.createNativeQuery("SELECT reported_day FROM gt_book_check WHERE id = 1")
                .getSingleResult())
        .filter(reported -> !reported.isBefore(day))
        .isPresent();
  }

  /** Keeps a report, unless somebody else has taken the check over; tells whether it is kept. */
  static boolean keep(EntityManager em, long claim, LocalDate day, BookChecks.Report report) {
    Query update =
        em.createNativeQuery(
            "UPDATE gt_book_check SET reported_day = ?1, reported_at = ?2"
                + " WHERE id = 1 AND claim_no = ?3");
    update.setParameter(1, day);
    update.setParameter(2, report.at().toEpochMilli());
    update.setParameter(3, claim);
    if (update.executeUpdate() == 0) {
      return false;
    }
    int resultNo = 0;
    for (BookChecks.Result result : report.results()) {
      resultNo++;
      insert(em, day, resultNo, 0, result.name());
      int lineNo = 0;
      for (String finding : result.findings()) {
        insert(em, day, resultNo, ++lineNo, finding);
      }
    }
    return true;
  }

  private static void insert(EntityManager em, LocalDate day, int result, int line, String words) {
    Query insert =
        em.createNativeQuery(
            "INSERT INTO gt_book_check_line (accounting_date, result_no, line_no, words)"
                + " VALUES (?1, ?2, ?3, ?4)");
    insert.setParameter(1, day);
    insert.setParameter(2, result);
    insert.setParameter(3, line);
    insert.setParameter(4, cut(words, LONGEST_LINE));
    insert.executeUpdate();
  }

  static String cut(String words, int length) {
    return words.length() <= length ? words : words.substring(0, length);
  }

  static Optional<BookChecks.Report> latest(EntityManager em) {
    Object[] row =
        (Object[])
            em.createNativeQuery("SELECT reported_day, reported_at FROM gt_book_check WHERE id = 1")
                .getSingleResult();
    return Days.of(row[0])
        .map(
            day ->
                new BookChecks.Report(
                    Instant.ofEpochMilli(((Number) row[1]).longValue()), results(em, day)));
  }

  private static List<BookChecks.Result> results(EntityManager em, LocalDate day) {
    List<?> lines =
        em.createNativeQuery(
                "SELECT line_no, words FROM gt_book_check_line WHERE accounting_date = ?1"
                    + " ORDER BY result_no, line_no")
            .setParameter(1, day)
            .getResultList();
    List<List<String>> results = new ArrayList<>();
    for (Object line : lines) {
      Object[] columns = (Object[]) line;
      if (((Number) columns[0]).intValue() == 0) {
        results.add(new ArrayList<>());
      }
      results.get(results.size() - 1).add((String) columns[1]);
    }
    return results.stream()
        .map(words -> new BookChecks.Result(words.get(0), words.subList(1, words.size())))
        .toList();
  }
}
