package org.gridtill.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.testing.TestDatabase;

/** A database, the key files, a clock, and as many nodes as a test wants. */
final class VaultHarness implements AutoCloseable {

  static final Duration PREVIOUS_LIFE = Duration.ofSeconds(120);
  static final Duration CACHE_LIFE = Duration.ofSeconds(60);

  private final TestDatabase database = new TestDatabase();
  private final AtomicLong millis = new AtomicLong(1_790_000_000_000L);
  final AtomicLong databaseCalls = new AtomicLong();
  final Path directory;

  VaultHarness(Path directory) {
    this.directory = directory;
  }

  /** Starts a node. */
  KeyVault node() {
    return node(settings(directory, true));
  }

  KeyVault node(VaultSettings settings) {
    return new KeyVault(
        new Counting(new JpaKeyRepository(database.jpa())),
        new SetClock(),
        settings,
        new SecureRandom(),
        () -> millis.get() * 1_000_000);
  }

  static VaultSettings settings(Path directory, boolean createIfMissing) {
    return new VaultSettings(
        directory.resolve("vault.bcfks"),
        directory.resolve("vault.password"),
        createIfMissing,
        PREVIOUS_LIFE,
        CACHE_LIFE,
        100);
  }

  void pass(Duration time) {
    millis.addAndGet(time.toMillis());
  }

  long number(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Override
  public void close() {
    database.close();
  }

  private final class SetClock implements PlatformClock {

    @Override
    public Instant now() {
      return Instant.ofEpochMilli(millis.get());
    }

    @Override
    public LocalDate accountingDate(Instant moment) {
      return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }
  }

  /** Counts calls, to show which operations do without the database. */
  private final class Counting implements KeyRepository {

    private final KeyRepository target;

    Counting(KeyRepository target) {
      this.target = target;
    }

    @Override
    public boolean isEmpty() {
      return target.isEmpty();
    }

    @Override
    public boolean holdsKeysNotUnder(String vaultKeyId) {
      return target.holdsKeysNotUnder(vaultKeyId);
    }

    @Override
    public void putMasterKey(String terminalCode, String wrappedKey, String vaultKeyId) {
      databaseCalls.incrementAndGet();
      target.putMasterKey(terminalCode, wrappedKey, vaultKeyId);
    }

    @Override
    public Optional<StoredKeys> find(String terminalCode) {
      databaseCalls.incrementAndGet();
      return target.find(terminalCode);
    }

    @Override
    public Optional<StoredKeys> putPending(
        String terminalCode, LongFunction<StoredWorkingKeys> maker) {
      databaseCalls.incrementAndGet();
      return target.putPending(terminalCode, maker);
    }

    @Override
    public boolean promote(String terminalCode, long pending, Instant previousUntil) {
      databaseCalls.incrementAndGet();
      return target.promote(terminalCode, pending, previousUntil);
    }
  }
}
