package org.gridtill.store.testing;

import javax.sql.DataSource;
import org.apache.commons.dbcp2.DataSourceConnectionFactory;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.PoolableConnectionFactory;
import org.apache.commons.dbcp2.PoolingDataSource;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** Keeps connections, since a new one for each transaction costs PostgreSQL a process. */
final class ConnectionPool implements AutoCloseable {

  private static final int MOST = 64;

  private final GenericObjectPool<PoolableConnection> connections;

  ConnectionPool(DataSource dataSource) {
    PoolableConnectionFactory factory =
        new PoolableConnectionFactory(new DataSourceConnectionFactory(dataSource), null);
    connections = new GenericObjectPool<>(factory);
    connections.setMaxTotal(MOST);
    connections.setMaxIdle(MOST);
    factory.setPool(connections);
  }

  DataSource dataSource() {
    return new PoolingDataSource<>(connections);
  }

  @Override
  public void close() {
    connections.close();
  }
}
