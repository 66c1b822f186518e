package org.gridtill.credit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.transactions.CollectedMoney;
import org.gridtill.store.testing.TestDatabase;

/** Collected money in a table of its own, which locks and rolls back as the real one does. */
final class TestMoney implements CollectedMoney {

  private final TestDatabase database;
  private final AtomicLong numbers = new AtomicLong();

  TestMoney(TestDatabase database) {
    this.database = database;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t_collected (id BIGINT NOT NULL PRIMARY KEY, agency VARCHAR(15),"
              + " collector VARCHAR(16), amount BIGINT, accounting_day DATE, batch BIGINT,"
              + " state VARCHAR(12))");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a completed transaction in the caller's transaction; returns its number. */
  long add(Holder holder, long amount, LocalDate day) {
    long id = numbers.incrementAndGet();
    database
        .jpa()
        .tx(
            TransactionType.Required,
            em -> {
              Query insert =
                  em.createNativeQuery(
                      "INSERT INTO t_collected (id, agency, collector, amount, accounting_day,"
                          + " batch, state) VALUES (?1, ?2, ?3, ?4, ?5, 0, 'COMPLETED')");
              insert.setParameter(1, id);
              insert.setParameter(2, holder.agencyCode());
              insert.setParameter(3, holder.collectorCode());
              insert.setParameter(4, amount);
              insert.setParameter(5, day);
              insert.executeUpdate();
            });
    return id;
  }

  /**
   * Undoes a transaction in the caller's transaction, unless it is in a batch.
   *
   * @return whether it is undone
   */
  boolean undo(EntityManager em, long id) {
    return em.createNativeQuery(
                "UPDATE t_collected SET state = 'REVERSED'"
                    + " WHERE id = ?1 AND batch = 0 AND state = 'COMPLETED'")
            .setParameter(1, id)
            .executeUpdate()
        == 1;
  }

  @Override
  public List<Collected> take(Holder holder, long batch) {
    return database
        .jpa()
        .txExpr(
            TransactionType.Required,
            em -> {
              String whose = holder.isCollector() ? " AND collector = ?3" : "";
              Query update =
                  em.createNativeQuery(
                      "UPDATE t_collected SET batch = ?2"
                          + " WHERE agency = ?1 AND batch = 0 AND state = 'COMPLETED'"
                          + whose);
              update.setParameter(1, holder.agencyCode());
              update.setParameter(2, batch);
              if (holder.isCollector()) {
                update.setParameter(3, holder.collectorCode());
              }
              update.executeUpdate();
              List<?> rows =
                  em.createNativeQuery(
                          "SELECT collector, COUNT(*), SUM(amount), MIN(accounting_day),"
                              + " MAX(accounting_day) FROM t_collected WHERE batch = ?1"
                              + " GROUP BY collector ORDER BY collector")
                      .setParameter(1, batch)
                      .getResultList();
              return rows.stream().map(row -> collected(holder, (Object[]) row)).toList();
            });
  }

  private static Collected collected(Holder holder, Object[] row) {
    return new Collected(
        new Holder(holder.agencyCode(), (String) row[0]),
        ((Number) row[1]).intValue(),
        Money.ofFen(((Number) row[2]).longValue()),
        LocalDate.parse(row[3].toString()),
        LocalDate.parse(row[4].toString()));
  }

  @Override
  public void putBack(Holder holder, long batch) {
    database
        .jpa()
        .tx(
            TransactionType.Required,
            em ->
                em.createNativeQuery("UPDATE t_collected SET batch = 0 WHERE batch = ?1")
                    .setParameter(1, batch)
                    .executeUpdate());
  }

  @Override
  public Optional<LocalDate> oldestDay(String agencyCode) {
    return database
        .jpa()
        .txExpr(
            TransactionType.Required,
            em ->
                Optional.ofNullable(
                        em.createNativeQuery(
                                "SELECT MIN(accounting_day) FROM t_collected"
                                    + " WHERE agency = ?1 AND batch = 0 AND state = 'COMPLETED'")
                            .setParameter(1, agencyCode)
                            .getSingleResult())
                    .map(day -> LocalDate.parse(day.toString())));
  }

  @Override
  public List<Collected> underWay(String agencyCode) {
    return List.of();
  }
}
