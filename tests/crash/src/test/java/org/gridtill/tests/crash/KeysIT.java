package org.gridtill.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.gridtill.simulator.pos.IdentityCard;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.PosTerminalBuilder;
import org.gridtill.simulator.pos.SimCard;
import org.gridtill.simulator.pos.TerminalCipher;
import org.gridtill.simulator.pos.TestIdentity;
import org.gridtill.simulator.pos.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Keys in the real distribution: how they come there by two people, that old terminals work where
 * operations let them, and that afterwards no key is found in its memory, its logs or its database.
 * Which keys there are only the terminals know.
 */
class KeysIT {

  private static final PlatformPorts PORTS = new PlatformPorts(28683, 28281, 28201, 28286);
  private static final Path WORK = Path.of(System.getProperty("gridtill.work")).resolve("keys");
  private static final Duration BOOT = Duration.ofSeconds(300);
  private static final int TERMINALS = 8;
  private static final int SIGN_ONS = 4;
  private static final String CEREMONY = "T0000900";
  private static final String[] QUESTIONS = {"(hidden): ", "(yes/no) "};

  private static BillingProcess billing;
  private static PlatformProcess platform;
  private static List<String> debtors;

  @BeforeAll
  static void start() throws Exception {
    billing = BillingProcess.start(PORTS.billing(), 1000, WORK.resolve("sg186.log"));
    Path archive = Path.of(System.getProperty("gridtill.distribution"));
    platform = PlatformProcess.unpack(archive, WORK.resolve("platform"), PORTS);
    platform.set("org.gridtill.vault.cfg", "testKeys", true);
    platform.set("org.gridtill.vault.cfg", "legacySuites", "X919, UNIONPAY_ECB");
    platform.append(
        "org.gridtill.simulator.fleet.cfg",
        "agencyCount = 1",
        "terminalsPerAgency = " + TERMINALS,
        "creditLimit = 1000000000.00");
    // Nothing that is said more quietly may hold a key either.
    platform.append(
        "org.ops4j.pax.logging.cfg",
        "log4j2.logger.gridtill.name = org.gridtill",
        "log4j2.logger.gridtill.level = TRACE");
    platform.append("users.properties", "alice = alice,ssh,admin", "bob = bob,ssh,admin");
    platform.start();
    debtors =
        billing.control().debtors(1, 1000, LocalDate.now()).stream()
            .map(debtor -> debtor.consumerNo())
            .toList();
    try (PosTerminal last = terminal(TERMINALS)) {
      Poll.until(
          "a terminal is served",
          BOOT,
          () -> last.signOn().done() && !last.query(debtors.get(0)).code().equals("91"));
      Poll.until("all are bound", BOOT, () -> platform.hasBound(TERMINALS));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
    if (billing != null) {
      billing.close();
    }
  }

  @Test
  void noKeyIsFoundInMemoryLogsOrDatabaseAfterWork() throws Exception {
    Traces traces = new Traces();
    ceremony(traces);
    renewal(traces);
    legacy(traces, "T0000901", TerminalCipher.X919);
    legacy(traces, "T0000902", TerminalCipher.UNIONPAY_ECB);
    work(traces);
    masterKeys(traces);

    Traces control = new Traces().add("terminal", "T0000901".getBytes(StandardCharsets.US_ASCII));
    Path live = dump("live.hprof");
    assertThat(control.in(live)).as("the dump is one of this platform").isNotEmpty();
    assertThat(traces.in(live)).as("found in what is in use").isEmpty();
    assertThat(traces.inAll(platform.path("data"))).as("found in logs and database").isEmpty();
    assertThat(traces.in(platform.path("console.log"))).as("found on the console").isEmpty();
  }

  /** One types at a terminal, the other's script gives it to standard input. */
  private void ceremony(Traces traces) throws Exception {
    platform.shell("gridtill:terminal-add --agency A001 --adapter pos " + CEREMONY);
    try (Person alice = new Person("alice", "alice", PORTS.ssh());
        Person bob = new Person("bob", "bob", PORTS.ssh())) {
      String digits = digits(CEREMONY, 1);
      String seen =
          alice.type("gridtill:key-load " + CEREMONY, QUESTIONS, new String[] {digits, "yes"});
      assertThat(seen).contains("another person gives theirs").doesNotContain(digits);
      assertThat(alice.run("gridtill:key-load " + CEREMONY, digits(CEREMONY, 2), "yes"))
          .as("the same person again")
          .doesNotContain("is loaded");
      alice.run("gridtill:key-load " + CEREMONY, digits, "yes");
      assertThat(bob.run("gridtill:key-load " + CEREMONY, digits(CEREMONY, 2), "yes"))
          .contains("is loaded, for AES_CMAC");
      assertThat(platform.shell("gridtill:key-show " + CEREMONY)).contains("alice, bob");
    }
    try (PosTerminal terminal = terminal(CEREMONY).build()) {
      signOn(terminal, CEREMONY, traces);
      assertThat(terminal.echo().authentic()).isTrue();
    }
  }

  /** The terminal gets a new key while it works. */
  private void renewal(Traces traces) throws Exception {
    byte[] renewed = TestKeys.masterKey("renewed");
    try (PosTerminal before = terminal(CEREMONY).build();
        PosTerminal after = terminal(CEREMONY).masterKey(renewed).build();
        Person alice = new Person("alice", "alice", PORTS.ssh());
        Person bob = new Person("bob", "bob", PORTS.ssh())) {
      signOn(before, CEREMONY, traces);
      assertThat(before.echo().authentic()).isTrue();
      alice.run("gridtill:key-rotate " + CEREMONY, digits("renewed", 1), "yes");
      assertThat(bob.run("gridtill:key-rotate " + CEREMONY, digits("renewed", 2), "yes"))
          .contains("is loaded");
      assertThat(before.echo().authentic()).as("under way").isTrue();
      signOn(after, "renewed", traces);
      assertThat(after.echo().authentic()).isTrue();
      assertThat(before.echo().authentic()).as("still under way").isTrue();
      assertThat(platform.shell("gridtill:vault-rotate")).contains("rows are wrapped");
      assertThat(after.echo().authentic()).isTrue();
    }
  }

  private void legacy(Traces traces, String code, TerminalCipher cipher) throws Exception {
    platform.shell("gridtill:terminal-add --agency A001 --adapter pos " + code);
    platform.shell(
        "gridtill:terminal-key --suite %s --component1 %s --component2 %s %s"
            .formatted(cipher, digits(code, 1), digits(code, 2), code));
    try (PosTerminal old = terminal(code).cipher(cipher).build()) {
      signOn(old, code, traces);
      bind(code);
      openShift(old);
      String consumer = debtors.get(cipher.ordinal());
      PosAnswer paid = old.pay(consumer, old.query(consumer).amountFen());
      assertThat(paid.code()).isEqualTo("00");
      assertThat(paid.authentic()).isTrue();
    }
    assertThat(platform.shell("gridtill:terminal-list")).contains("LEGACY", cipher.name());
    assertThat(platform.shell("gridtill:vault-status"))
        .contains("1 with " + cipher + " LEGACY", "TEST KEYS");
    assertThat(platform.path("data/log/karaf.log"))
        .content()
        .contains("LEGACY: suite " + cipher + " is switched on");
  }

  /** What operations do for a new terminal: one asks, the other approves. */
  private void bind(String code) throws IOException {
    TestIdentity identity = TestIdentity.of(code);
    String cardNo = identity.card().cardNo();
    SimCard sim = identity.sim();
    String triple = "--card %s --sim %s %s".formatted(cardNo, sim.iccid(), code);
    try (Person alice = new Person("alice", "alice", PORTS.ssh());
        Person bob = new Person("bob", "bob", PORTS.ssh())) {
      alice.run("gridtill:card-add " + cardNo);
      String issue = "gridtill:card-issue " + cardNo + " A001/" + TestIdentity.COLLECTOR;
      assertThat(alice.run(issue, TestIdentity.PIN, TestIdentity.PIN)).contains("bind it");
      alice.run("gridtill:sim-add " + sim.iccid() + ' ' + sim.imsi());
      assertThat(alice.run("gridtill:binding-request " + triple)).contains("asked for");
      assertThat(alice.run("gridtill:binding-approve " + triple)).contains("another person");
      assertThat(bob.run("gridtill:binding-approve " + triple)).contains(": bound");
    }
  }

  private static void openShift(PosTerminal terminal) throws IOException {
    PosAnswer opened = terminal.openShift(TestIdentity.of(terminal.terminalCode()));
    assertThat(opened.code()).as(opened.text()).isEqualTo("00");
    assertThat(opened.authentic()).isTrue();
  }

  /** Each terminal signs on several times, and all work at once. */
  private void work(Traces traces) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(TERMINALS);
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 1; i <= TERMINALS; i++) {
      int number = i;
      ends.add(
          threads.submit(
              () -> {
                try (PosTerminal terminal = terminal(number)) {
                  for (int round = 0; round < SIGN_ONS; round++) {
                    signOn(terminal, terminal.terminalCode(), traces);
                    openShift(terminal);
                    String consumer = debtors.get(10 * number + round);
                    PosAnswer bills = terminal.query(consumer);
                    assertThat(bills.authentic()).isTrue();
                    assertThat(terminal.pay(consumer, bills.amountFen()).code()).isEqualTo("00");
                  }
                }
                return null;
              }));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    threads.shutdown();
  }

  private static void masterKeys(Traces traces) throws Exception {
    traces.add("the cards' master key", TestKeys.masterKey(IdentityCard.MASTER));
    char[] password = Files.readString(platform.path("etc/vault.password")).strip().toCharArray();
    KeyStore keystore = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
    try (InputStream in = Files.newInputStream(platform.path("etc/vault.bcfks"))) {
      keystore.load(in, password);
    }
    for (String alias : List.of("gridtill-vault", "gridtill-vault-2")) {
      traces.add(alias, keystore.getKey(alias, password).getEncoded());
    }
  }

  private static void signOn(PosTerminal terminal, String seed, Traces traces) throws IOException {
    assertThat(terminal.signOn().code()).isEqualTo("00");
    synchronized (traces) {
      traces.add("master key of " + seed, TestKeys.masterKey(seed));
      terminal.workingKeys().plain().forEach(key -> traces.add("a working key of " + seed, key));
    }
  }

  private static PosTerminalBuilder terminal(String code) {
    return PosTerminal.of(code, "A001").at("127.0.0.1", PORTS.pos());
  }

  private static PosTerminal terminal(int number) {
    return terminal(String.format(Locale.ROOT, "T%07d", number)).build();
  }

  private static String digits(String code, int number) {
    return HexFormat.of().formatHex(TestKeys.component(code, number));
  }

  /** What is in use: the virtual machine drops everything else first. */
  private static Path dump(String name) throws IOException, InterruptedException {
    Path file = WORK.resolve(name).toAbsolutePath();
    Files.deleteIfExists(file);
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(platform.javaProcess().pid()),
                "GC.heap_dump",
                file.toString())
            .inheritIO()
            .start();
    assertThat(jcmd.waitFor()).isZero();
    return file;
  }
}
