package org.gridtill.store.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.apache.openjpa.persistence.PersistenceProviderImpl;

/**
 * A database of its own with the real tables and the real mappings, and a template whose
 * transactions nest as those of Aries JPA do: an inner one joins the outer, and a failure inside
 * leaves the outer one nothing but to roll back.
 */
public final class TestDatabase implements AutoCloseable {

  private final DataSource dataSource;
  private final boolean ours;
  private final ConnectionPool pool;
  private final EntityManagerFactory factory;
  private final Template template = new Template();

  /** A fresh database, migrated. */
  public TestDatabase() {
    this(migrated(), true);
  }

  /** A database that has all tables already, and that stays when this is closed. */
  public TestDatabase(DataSource dataSource) {
    this(dataSource, false);
  }

  private TestDatabase(DataSource dataSource, boolean ours) {
    this.dataSource = dataSource;
    this.ours = ours;
    pool = new ConnectionPool(dataSource);
    factory =
        new PersistenceProviderImpl()
            .createEntityManagerFactory(
                "gridtill",
                Map.of(
                    "javax.persistence.transactionType", "RESOURCE_LOCAL",
                    "openjpa.ConnectionFactoryMode", "local",
                    "openjpa.ConnectionFactoryName", "",
                    "openjpa.ConnectionFactory", pool.dataSource(),
                    "openjpa.ManagedRuntime", "auto",
                    "openjpa.Log", "none"));
  }

  private static DataSource migrated() {
    try {
      return TestServer.chosen().migrated();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the template that components get injected. */
  public JpaTemplate jpa() {
    return template;
  }

  /** Makes the next commit of an outermost transaction fail, as if the database had gone away. */
  public void failNextCommit() {
    template.failNextCommit = true;
  }

  /** Opens a connection, for a look at the tables from outside. */
  public Connection connect() throws SQLException {
    return dataSource.getConnection();
  }

  @Override
  public void close() {
    factory.close();
    pool.close();
    if (!ours) {
      return;
    }
    try {
      TestServer.chosen().drop(dataSource);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Template implements JpaTemplate {

    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private volatile boolean failNextCommit;

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> code) {
      EntityManager outer = type == TransactionType.RequiresNew ? null : current.get();
      if (outer != null) {
        return joined(outer, code);
      }
      EntityManager suspended = current.get();
      EntityManager em = factory.createEntityManager();
      current.set(em);
      try {
        em.getTransaction().begin();
        R result = code.apply(em);
        if (failNextCommit && suspended == null) {
          failNextCommit = false;
          throw new IllegalStateException("the database is away");
        }
        em.getTransaction().commit();
        return result;
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      } finally {
        if (em.getTransaction().isActive()) {
          em.getTransaction().rollback();
        }
        em.close();
        current.set(suspended);
      }
    }

    private <R> R joined(EntityManager em, EmFunction<R> code) {
      try {
        return code.apply(em);
      } catch (Exception e) {
        em.getTransaction().setRollbackOnly();
        throw e instanceof RuntimeException r ? r : new IllegalStateException(e);
      }
    }

    @Override
    public <R> R txExpr(EmFunction<R> code) {
      return txExpr(TransactionType.Required, code);
    }

    @Override
    public void tx(TransactionType type, EmConsumer code) {
      txExpr(
          type,
          em -> {
            code.accept(em);
            return null;
          });
    }

    @Override
    public void tx(EmConsumer code) {
      tx(TransactionType.Required, code);
    }
  }
}
