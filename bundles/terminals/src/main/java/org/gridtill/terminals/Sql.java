package org.gridtill.terminals;

import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.Query;

/** Statements with their parameters. */
final class Sql {

  private Sql() {}

  /** Returns how many rows were changed. */
  static int update(EntityManager em, String sql, Object... parameters) {
    return query(em, sql, parameters).executeUpdate();
  }

  /** Returns the rows, each with several columns. */
  @SuppressWarnings("unchecked")
  static List<Object[]> rows(EntityManager em, String sql, Object... parameters) {
    return query(em, sql, parameters).getResultList();
  }

  private static Query query(EntityManager em, String sql, Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }
}
