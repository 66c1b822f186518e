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
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.Suite;
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
  Node node() {
    return node(settings(directory));
  }

  Node node(VaultSettings settings) {
    return node(settings, VaultTables.in(database.jpa()));
  }

  /** Starts a node that sees the database in another way. */
  Node node(VaultSettings settings, VaultTables tables) {
    SecureRandom random = new SecureRandom();
    Sealer sealer = new Sealer(random);
    MasterKeysOpener opener = new MasterKeysOpener(settings, tables, sealer, random);
    opener.requireNotLost();
    Sealed password = new Passwords(settings, sealer, random, name -> null).read(opener.fresh());
    return new Node(
        new OpenVault(
            settings,
            opener.open(password),
            new VaultTables(
                new Counting(tables.keys()),
                tables.ceremonies(),
                tables.rewrap(),
                tables.authority()),
            sealer,
            new SetClock(),
            random,
            () -> millis.get() * 1_000_000));
  }

  /** The database as the vault sees it. */
  VaultTables tables() {
    return VaultTables.in(database.jpa());
  }

  /** Settings with test keys and all suites. */
  static VaultSettings settings(Path directory) {
    return settings(directory, Set.of(Suite.X919, Suite.UNIONPAY_ECB));
  }

  static VaultSettings settings(Path directory, Set<Suite> legacy) {
    return settings(directory, VaultSettings.Place.KEYSTORE, null, legacy);
  }

  /** Settings with a security module, whose PIN is in the password file. */
  static VaultSettings settings(Path directory, Path library) {
    return settings(directory, VaultSettings.Place.PKCS11, library, Set.of());
  }

  private static VaultSettings settings(
      Path directory, VaultSettings.Place place, Path library, Set<Suite> legacy) {
    return new VaultSettings(
        place,
        directory.resolve("vault.bcfks"),
        library,
        0,
        Passwords.Source.FILE,
        directory.resolve("vault.password"),
        true,
        legacy,
        true,
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
    public Optional<StoredKeys> find(String terminalCode) {
      databaseCalls.incrementAndGet();
      return target.find(terminalCode);
    }

    @Override
    public boolean putPending(
        String terminalCode, long version, LongFunction<StoredWorkingKeys> maker) {
      databaseCalls.incrementAndGet();
      return target.putPending(terminalCode, version, maker);
    }

    @Override
    public boolean promote(String terminalCode, long pending, Instant previousUntil) {
      databaseCalls.incrementAndGet();
      return target.promote(terminalCode, pending, previousUntil);
    }
  }
}
