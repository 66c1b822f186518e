package org.gridtill.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A terminal adapter that the archetype makes, in a project of its own. It is made and built by
 * processes of the Maven that runs these tests, with its local repository, into which the modules
 * before this one have been installed.
 */
final class MadeAdapter {

  static final String NAME = "kiosk";

  private static final String ARTIFACT = "acme-kiosk";
  private static final String VERSION = "1.0.0";
  private static final String NEXT_VERSION = "1.0.1";
  private static final int PATIENCE_MINUTES = 10;

  private final Path folder;
  private final Path project;
  private String version = VERSION;

  private MadeAdapter(Path folder) {
    this.folder = folder;
    project = folder.resolve(ARTIFACT);
  }

  /** Makes it, by the one command that docs/adapter-guide.md gives. */
  static MadeAdapter make(Path folder) throws IOException, InterruptedException {
    MadeAdapter made = new MadeAdapter(folder);
    deleteOld(made.project);
    Files.createDirectories(folder);
    made.maven(
        folder,
        List.of(
            property("gridtill.archetype.plugin") + ":generate",
            "-DarchetypeCatalog=local",
            "-DarchetypeGroupId=org.gridtill",
            "-DarchetypeArtifactId=org.gridtill.adapter.archetype",
            "-DarchetypeVersion=" + property("gridtill.version"),
            "-DgroupId=com.acme",
            "-DartifactId=" + ARTIFACT,
            "-Dversion=" + VERSION,
            "-Dpackage=com.acme.kiosk",
            "-Dadapter=" + NAME,
            "-Dvendor=Acme"));
    return made;
  }

  /** Builds it, with its tests, and returns what Maven says. */
  String build(List<String> arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("verify"));
    all.addAll(arguments);
    return maven(project, all);
  }

  /** Gives it the next version, and returns that. */
  String raiseVersion() throws IOException {
    Path pom = project.resolve("pom.xml");
    String text = Files.readString(pom);
    String element = "<version>%s</version>";
    Files.writeString(
        pom, text.replaceFirst(element.formatted(version), element.formatted(NEXT_VERSION)));
    version = NEXT_VERSION;
    return version;
  }

  /** Returns what was built. */
  Path jar() {
    return project.resolve("target").resolve(ARTIFACT + '-' + version + ".jar");
  }

  /** Returns how many lines of Java the adapter has, without its tests. */
  int lines() throws IOException {
    int lines = 0;
    try (Stream<Path> files = Files.walk(project.resolve("src/main/java"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        lines += Files.readAllLines(file).size();
      }
    }
    return lines;
  }

  /** Returns the name of the file that configures an endpoint for it. */
  String endpointFile() {
    return "etc/org.gridtill.gateway.endpoint-" + NAME + ".cfg";
  }

  /** Returns the content of that file, as it was made, with a port put in. */
  String endpoint(int port) throws IOException {
    return Files.readString(project.resolve(endpointFile()))
        .replaceFirst("(?m)^port = .*$", "port = " + port);
  }

  private String maven(Path in, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("gridtill.maven.home"), "bin", "mvn").toString());
    command.addAll(
        List.of("-B", "-ntp", "-Dmaven.repo.local=" + property("gridtill.maven.repository")));
    if (property("gridtill.maven.offline").equals("offline:true")) {
      command.add("-o");
    }
    Path settings = Path.of(property("gridtill.maven.settings").substring("file:".length()));
    if (Files.isRegularFile(settings)) {
      command.addAll(List.of("-s", settings.toString()));
    }
    command.addAll(arguments);
    Path log = Files.createTempFile(folder, "maven", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Of the build that runs this, and not for the one that it starts.
    builder.environment().keySet().removeAll(List.of("MAVEN_BASEDIR", "MAVEN_CMD_LINE_ARGS"));
    Process maven = builder.start();
    if (!maven.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      maven.descendants().forEach(ProcessHandle::destroyForcibly);
      maven.destroyForcibly();
      throw new IOException("Maven does not end; see " + log);
    }
    String text = Files.readString(log, StandardCharsets.UTF_8);
    if (maven.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + text);
    }
    return text;
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("the build does not tell " + name);
    }
    return value;
  }

  private static void deleteOld(Path project) throws IOException {
    if (Files.exists(project)) {
      try (Stream<Path> old = Files.walk(project)) {
        for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
