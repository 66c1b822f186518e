package org.gridtill.credit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.persistence.EntityManager;

/**
 * Tries a statement that, if it has nothing to change, must not keep a lock. PostgreSQL gives back
 * what was locked after a savepoint that is returned to; Derby keeps it to the end of the
 * transaction, so that this does nothing there.
 */
final class Attempt {

  private static final String NAME = "gt_attempt";

  private volatile Boolean derby;

  /** Tells whether the database keeps the locks of failed attempts. */
  boolean keepsLocks(EntityManager em) {
    if (derby == null) {
      derby = isDerby(em);
    }
    return derby;
  }

  /** Makes an attempt, and returns whether it has changed something. */
  boolean make(EntityManager em, BooleanSupplier statement) {
    if (keepsLocks(em)) {
      return statement.getAsBoolean();
    }
    em.createNativeQuery("SAVEPOINT " + NAME).executeUpdate();
    if (statement.getAsBoolean()) {
      return true;
    }
    em.createNativeQuery("ROLLBACK TO SAVEPOINT " + NAME).executeUpdate();
    return false;
  }

  private static boolean isDerby(EntityManager em) {
    try (Connection connection = em.unwrap(Connection.class)) {
      return connection.getMetaData().getDatabaseProductName().contains("Derby");
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not say what it is", e);
    }
  }
}
