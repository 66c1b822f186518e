package org.gridtill.itests;

import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * The real distribution, unpacked anew and started as a process of its own on private ports, with
 * the simulators switched on. It is left under {@code target/exam} afterwards, with its log.
 */
final class Distribution implements AutoCloseable {

  static final String HOST = "127.0.0.1";
  static final int POS_PORT = 17583;
  static final int HTTP_PORT = 17181;

  /** How many agencies there are; each has one terminal, of the same number. */
  static final int AGENCIES = 20;

  /** What an agency may hold, in fen. */
  static final long CREDIT_LIMIT_FEN = 100_000;

  private static final int SSH_PORT = 17101;
  private static final String USER = "itests";
  private static final Path EXAM = Path.of("target", "exam").toAbsolutePath();
  private static final long SHELL_PATIENCE_SECONDS = 60;

  private final TestContainer container;
  private final Path home;

  private Distribution(TestContainer container, Path home) {
    this.container = container;
    this.home = home;
  }

  /**
   * Starts the distribution; its services may still be on their way up when this returns.
   *
   * @param name the folder's, below {@code target/exam}
   * @param changes what is changed in it before it starts
   */
  static Distribution start(String name, Option... changes) throws IOException {
    Path folder = EXAM.resolve(name);
    deleteOld(folder);
    List<Option> options = options(folder);
    options.addAll(List.of(changes));
    TestContainer container =
        PaxExamRuntime.createContainer(
            PaxExamRuntime.createTestSystem(options.toArray(Option[]::new)));
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
    container.stop();
  }

  /** Runs a shell command through the distribution's own client and returns what it prints. */
  String shell(String command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(home, "shell", ".txt");
    Process client =
        new ProcessBuilder("bash", "bin/client", "-u", USER, "-p", USER, command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
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

  private static List<Option> options(Path folder) throws IOException {
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
    options.addAll(ports());
    options.addAll(platform());
    options.addAll(simulators());
    return options;
  }

  private static List<Option> ports() {
    return List.of(
        put("org.ops4j.pax.web", "org.osgi.service.http.port", HTTP_PORT),
        put("org.apache.karaf.shell", "sshPort", SSH_PORT),
        put("org.apache.karaf.management", "rmiRegistryPort", 17199),
        put("org.apache.karaf.management", "rmiServerPort", 17144),
        put("org.gridtill.gateway.endpoint-pos", "port", POS_PORT),
        put("org.gridtill.adapter.sg186", "url", "http://" + HOST + ":" + HTTP_PORT + "/cxf/sg186"),
        editConfigurationFilePut("etc/users.properties", USER, USER + ",_g_:admingroup"));
  }

  private static List<Option> platform() {
    return List.of(
        put("org.gridtill.transactions", "patienceSeconds", 5),
        put("org.gridtill.adapter.sg186", "receiveTimeoutMillis", 2000));
  }

  private static List<Option> simulators() {
    return List.of(
        put("org.gridtill.simulator.sg186", "consumers", 1000),
        put("org.gridtill.simulator.fleet", "agencyCount", AGENCIES),
        put("org.gridtill.simulator.fleet", "terminalsPerAgency", 1),
        put("org.gridtill.simulator.fleet", "creditLimit", CREDIT_LIMIT_FEN / 100 + ".00"));
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
