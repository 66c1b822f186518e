package org.gridtill.store.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.ops4j.pax.jdbc.hook.PreHook;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables to the version that the code expects, before anybody gets the data source: Pax
 * JDBC holds the data source back until this hook, named in the data source's configuration, has
 * returned. If it fails there is no data source, and so no platform on tables of the wrong version.
 */
@Component(property = PreHook.KEY_NAME + "=gridtill-migrations")
public class Migrations implements PreHook {

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private static final String CHANGELOG = "db/changelog/master.xml";

  @Override
  public void prepare(DataSource dataSource) throws SQLException {
    ClassLoader caller = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(Liquibase.class.getClassLoader());
    try (Connection connection = dataSource.getConnection()) {
      try {
        Scope.child(
            Map.of("liquibase.analytics.enabled", false),
            () -> {
              update(connection);
              return null;
            });
      } finally {
        // Each change set was committed; what is open is a read, which Derby must not be left with.
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw e;
    } catch (Exception e) {
      throw new SQLException("The tables could not be brought up to date: " + e.getMessage(), e);
    } finally {
      Thread.currentThread().setContextClassLoader(caller);
    }
  }

  private static void update(Connection connection) throws LiquibaseException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    if (database instanceof DerbyDatabase) {
      // An embedded database has one user, this process: a lock left in it is that of a process
      // that was killed in the middle of a migration.
      LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
    }
    Liquibase liquibase =
        new Liquibase(
            CHANGELOG,
            new ClassLoaderResourceAccessor(Migrations.class.getClassLoader()),
            database);
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    int pending = liquibase.listUnrunChangeSets(null, null).size();
    liquibase.update("");
    LOG.info("Tables are up to date; {} change sets were run", pending);
  }
}
