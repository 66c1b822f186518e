package org.gridtill.itests;

import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * The real distribution, unpacked anew and started as a process of its own on private ports. It is
 * left in {@code target/exam} afterwards, with its log.
 */
final class Distribution implements AutoCloseable {

  static final String HOST = "127.0.0.1";
  static final int POS_PORT = FreePorts.next();
  static final int HTTP_PORT = FreePorts.next();

  /** Where the simulated billing system is controlled and asked. */
  static final URI CONTROL =
      URI.create("http://" + HOST + ":" + HTTP_PORT + "/simulators/sg186/control");

  /** How many agencies there are; each has one terminal, of the same number. */
  static final int AGENCIES = 50;

  /** What an agency may hold, in fen. */
  static final long CREDIT_LIMIT_FEN = 100_000;

  /** A reversal of more than this needs a second person. */
  static final long SECOND_PERSON_ABOVE_FEN = 30_000;

  /** May look at everything. */
  static final String VISITOR = "visitor";

  /** May ask for reversals. */
  static final String CLERK = "clara";

  /** May authorize reversals. */
  static final String SUPERVISOR = "simon";

  static final int SSH_PORT = FreePorts.next();
  private static final String USER = "itests";
  private static final Path EXAM = Path.of("target", "exam").toAbsolutePath();
  private static final long SHELL_PATIENCE_SECONDS = 180;

  /**
   * What differs from one class of tests to another.
   *
   * @param name of the folder to leave the distribution in
   * @param billingPort where it looks for the billing system
   * @param billingSeconds how long it waits for an answer of the billing system
   * @param simulators whether they are switched on from the start
   */
  record Setup(String name, int billingPort, int billingSeconds, boolean simulators) {}

  private record Simulator(String pid, Map<String, String> settings) {}

  private static final List<Simulator> SIMULATORS =
      List.of(
          new Simulator("org.gridtill.simulator.sg186", Map.of("consumers", "1000")),
          new Simulator(
              "org.gridtill.simulator.fleet",
              Map.of(
                  "agencyCount",
                  String.valueOf(AGENCIES),
                  "terminalsPerAgency",
                  "1",
                  "bindings",
                  "false",
                  "paymentCars",
                  String.valueOf(Shifts.TERMINALS),
                  "creditLimit",
                  CREDIT_LIMIT_FEN / 100 + ".00")));

  private final TestContainer container;
  private final Path home;
  private final SshShell shell = new SshShell(HOST, SSH_PORT);

  private Distribution(TestContainer container, Path home) {
    this.container = container;
    this.home = home;
  }

  /**
   * Starts the distribution; its services may still be on their way up when this returns.
   *
   * @param setup what is special about it
   * @param changes what else is changed in it before it starts
   */
  static Distribution start(Setup setup, Option... changes) throws IOException {
    Path folder = EXAM.resolve(setup.name());
    deleteOld(folder);
    List<Option> wanted = options(folder, setup);
    if (setup.simulators()) {
      wanted.addAll(simulators());
    }
    wanted.addAll(List.of(changes));
    Option[] options = wanted.toArray(Option[]::new);
    TestContainer container =
        PaxExamRuntime.createContainer(PaxExamRuntime.createTestSystem(options));
    container.start();
    try {
      return new Distribution(container, home(folder));
    } catch (IOException | RuntimeException e) {
      container.stop();
      throw e;
    }
  }

  @Override
  public void close() {
    shell.close();
    container.stop();
  }

  /** Runs a shell command and returns what it prints. */
  String shell(String command) throws IOException {
    return shellAs(USER, command);
  }

  /** Runs a shell command as the user of that name. */
  String shellAs(String user, String command) throws IOException {
    return shell.run(user, user, command);
  }

  /** Runs a shell command through the distribution's own client and returns what it prints. */
  String client(String command) throws IOException, InterruptedException {
    return shellAs(USER, USER, command);
  }

  /** Logs a user in with a password, runs a command through the distribution's own client. */
  String shellAs(String user, String password, String command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(home, "shell", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "bin/client", "-u", user, "-p", password, command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // It runs for a second, in which the better compiler costs more than it gains.
    builder.environment().put("EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    Process client = builder.start();
    // The client's input stays open as long as the process runs: at its end the client would leave.
    if (!client.waitFor(SHELL_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      client.destroyForcibly();
      throw new IOException("the shell did not answer: " + command);
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    if (client.exitValue() != 0) {
      throw new IOException(command + " failed: " + text);
    }
    return text;
  }

  /**
   * Types lines into the shell as a user with a password, whatever becomes of each, and returns
   * what was printed, without what is for a terminal only.
   */
  String session(String user, String password, List<String> lines)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(home, "session", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "bin/client", "-u", user, "-p", password)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    Process client = builder.start();
    try (Writer typed = client.outputWriter(StandardCharsets.UTF_8)) {
      for (String line : lines) {
        typed.write(line + "\n");
      }
      // What is echoed of this differs from what it prints.
      typed.write("shell:echo \"that\" \"is\" \"all\"\n");
      typed.flush();
      Eventually.holds(
          "the shell answers",
          Duration.ofSeconds(SHELL_PATIENCE_SECONDS),
          () -> Files.readString(output, StandardCharsets.UTF_8).contains("that is all"));
    } finally {
      client.destroyForcibly();
    }
    return Files.readString(output, StandardCharsets.UTF_8)
        .replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "");
  }

  /** Returns a file or folder of the unpacked distribution. */
  Path path(String relative) {
    return home.resolve(relative);
  }

  /** Switches the simulators on, as operations do: by their files in {@code etc}. */
  void switchSimulatorsOn() throws IOException {
    for (Simulator simulator : SIMULATORS) {
      List<String> lines = new ArrayList<>();
      simulator.settings().forEach((key, value) -> lines.add(key + " = " + value));
      Files.write(path("etc/" + simulator.pid() + ".cfg"), lines);
    }
  }

  private static List<Option> options(Path folder, Setup setup) throws IOException {
    List<Option> options = new ArrayList<>(KarafVirtualMachine.options());
    options.add(
        karafDistributionConfiguration()
            .frameworkUrl(
                maven("org.gridtill", "org.gridtill.karaf-assembly")
                    .versionAsInProject()
                    .type("tar.gz"))
            .name("GridTill")
            .unpackDirectory(folder.toFile())
            .useDeployFolder(false));
    options.add(keepRuntimeFolder());
    options.add(configureConsole().ignoreLocalConsole());
    options.add(ExamBundles.trusted(folder));
    options.addAll(ports());
    options.addAll(platform(setup));
    return options;
  }

  private static List<Option> ports() {
    return List.of(
        put("org.ops4j.pax.web", "org.osgi.service.http.port", HTTP_PORT),
        put("org.apache.karaf.shell", "sshPort", SSH_PORT),
        put("org.apache.karaf.management", "rmiRegistryPort", FreePorts.next()),
        put("org.apache.karaf.management", "rmiServerPort", FreePorts.next()),
        put("org.gridtill.gateway.endpoint-pos", "port", POS_PORT),
        put("org.gridtill.people", "fileUsers", "always"),
        user(USER, "_g_:admingroup"),
        user(VISITOR, "ssh,auditor"),
        user(CLERK, "ssh,finance"),
        user(SUPERVISOR, "ssh,manager"));
  }

  private static Option user(String name, String roles) {
    return editConfigurationFilePut("etc/users.properties", name, name + "," + roles);
  }

  private static List<Option> platform(Setup setup) {
    return List.of(
        put("org.gridtill.vault", "testKeys", true),
        // Payment cars do as shipped, in a group of tests of their own; all others sell at once.
        put("org.gridtill.guards", "pos", ""),
        put("org.gridtill.guards", "kiosk", ""),
        put(
            "org.gridtill.adapter.sg186",
            "url",
            "http://" + HOST + ":" + setup.billingPort() + "/cxf/sg186"),
        put("org.gridtill.transactions", "billingTimeoutSeconds", setup.billingSeconds() + 1),
        put("org.gridtill.transactions", "patienceSeconds", setup.billingSeconds() + 3),
        put(
            "org.gridtill.transactions",
            "secondPersonAbove",
            SECOND_PERSON_ABOVE_FEN / 100 + ".00"),
        put("org.gridtill.adapter.sg186", "receiveTimeoutMillis", setup.billingSeconds() * 1000));
  }

  private static List<Option> simulators() {
    List<Option> options = new ArrayList<>();
    for (Simulator simulator : SIMULATORS) {
      simulator.settings().forEach((key, value) -> options.add(put(simulator.pid(), key, value)));
    }
    return options;
  }

  private static Option put(String pid, String key, Object value) {
    return editConfigurationFilePut("etc/" + pid + ".cfg", key, value.toString());
  }

  private static Path home(Path folder) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(found -> Files.exists(found.resolve("bin/client")))
          .findFirst()
          .orElseThrow(() -> new IOException("no distribution in " + folder));
    }
  }

  private static void deleteOld(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> old = Files.walk(folder)) {
      old.sorted(Comparator.reverseOrder()).forEach(Distribution::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
