package org.gridtill.tests.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The distribution, unpacked and configured for one run, and the process that it runs in. The data
 * stay in the folder, so that it can be killed and started again. For use by one thread.
 */
public final class PlatformProcess implements AutoCloseable {

  private static final Duration COMMAND_PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final PlatformPorts ports;
  private final String password = UUID.randomUUID().toString();
  private Process process;

  private PlatformProcess(Path home, PlatformPorts ports) {
    this.home = home;
    this.ports = ports;
  }

  /**
   * Unpacks a distribution.
   *
   * @param archive the {@code tar.gz}
   * @param home the folder to make; what it held before is deleted
   * @param ports where to listen
   * @throws IOException if that fails
   */
  public static PlatformProcess unpack(Path archive, Path home, PlatformPorts ports)
      throws IOException, InterruptedException {
    delete(home);
    Files.createDirectories(home);
    List<String> command =
        List.of("tar", "xzf", archive.toString(), "--strip-components=1", "-C", home.toString());
    Process tar = new ProcessBuilder(command).inheritIO().start();
    if (tar.waitFor() != 0) {
      throw new IOException("tar cannot unpack " + archive);
    }
    PlatformProcess platform = new PlatformProcess(home, ports);
    platform.configure();
    return platform;
  }

  /** Returns a file or folder of the unpacked distribution. */
  public Path path(String relative) {
    return home.resolve(relative);
  }

  /** Appends lines to a configuration file in {@code etc}; the last of two equal keys counts. */
  public void append(String file, String... lines) throws IOException {
    Path path = home.resolve("etc").resolve(file);
    Files.writeString(
        path,
        "\n" + String.join("\n", lines) + "\n",
        UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /**
   * Starts the platform; it is not ready when the method returns.
   *
   * @throws IOException if a port is in use: terminals would talk to whatever listens there, such
   *     as another run's platform, which has the same terminals in other agencies
   */
  public void start() throws IOException {
    ports.requireFree();
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/karaf").toString(), "server")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("console.log").toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process = builder.start();
  }

  /**
   * Kills the virtual machine with SIGKILL, with the script that started it, and waits until both
   * are gone.
   */
  public void kill() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().join());
  }

  /** Returns the virtual machine's process. */
  public ProcessHandle javaProcess() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(PlatformProcess::isJava)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the platform does not run"));
  }

  /**
   * Runs a command in the platform's shell.
   *
   * @return what it printed
   * @throws IOException if it fails
   */
  public String shell(String command) throws IOException, InterruptedException {
    Path output = home.resolve("client.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                home.resolve("bin/client").toString(),
                "-a",
                Integer.toString(ports.ssh()),
                "-u",
                "gridtill",
                "-p",
                password,
                command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Its standard input stays open until it is done: the client closes at the end of it.
    Process client = builder.start();
    boolean ended = client.waitFor(COMMAND_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      client.descendants().forEach(ProcessHandle::destroyForcibly);
      client.destroyForcibly();
    }
    String text = Files.readString(output, UTF_8);
    if (!ended || client.exitValue() != 0) {
      throw new IOException(command + " failed: " + text);
    }
    return text;
  }

  /** Tells whether so many terminals are bound to identity cards and SIMs. */
  public boolean hasBound(int terminals) throws IOException, InterruptedException {
    return shell("gridtill:binding-list").lines().filter(line -> line.contains("BOUND")).count()
        >= terminals;
  }

  /** Kills the platform if it still runs. */
  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      kill();
    }
  }

  private void configure() throws IOException {
    set("org.gridtill.gateway.endpoint-pos.cfg", "port", ports.pos());
    set("org.ops4j.pax.web.cfg", "org.osgi.service.http.port", ports.http());
    set("org.apache.karaf.shell.cfg", "sshPort", ports.ssh());
    set("org.gridtill.adapter.sg186.cfg", "url", "http://127.0.0.1:" + ports.billing() + "/sg186");
    set("org.gridtill.people.cfg", "fileUsers", "always");
    append("users.properties", "gridtill = " + password + ",_g_:admingroup");
  }

  /**
   * Sets a key in a configuration file in {@code etc}; adds it if the file does not have it.
   *
   * @throws IOException if the file does not exist
   */
  public void set(String file, String key, Object value) throws IOException {
    Path path = home.resolve("etc").resolve(file);
    List<String> lines = new ArrayList<>(Files.readAllLines(path, UTF_8));
    lines.removeIf(line -> isKey(line, key));
    lines.add(key + " = " + value);
    Files.write(path, lines, UTF_8);
  }

  private static boolean isKey(String line, String key) {
    return line.startsWith(key) && line.substring(key.length()).stripLeading().startsWith("=");
  }

  private static boolean isJava(ProcessHandle handle) {
    return handle.info().command().filter(c -> c.endsWith("/java")).isPresent();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
