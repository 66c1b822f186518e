package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The process of the platform that a test has started, as the JDK's tools see it. */
final class PlatformProcess {

  private final long pid;

  private PlatformProcess(long pid) {
    this.pid = pid;
  }

  /** Finds it: of the Java processes that this one has started, the first. */
  static PlatformProcess ofThisTest() {
    return new PlatformProcess(
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().command().orElse("").endsWith("/java"))
            .min(Comparator.comparing(process -> process.info().startInstant().orElseThrow()))
            .orElseThrow()
            .pid());
  }

  /** Returns how many bundles' class loaders there are after a garbage collection. */
  int classLoaders() throws IOException, InterruptedException {
    jcmd("GC.run");
    return (int)
        jcmd("VM.classloader_stats").lines().filter(l -> l.contains("BundleClassLoader")).count();
  }

  /**
   * Returns how many classes of a name there are after a garbage collection, which is how many
   * class loaders have one.
   */
  int classes(String name) throws IOException, InterruptedException {
    jcmd("GC.run");
    return (int)
        jcmd("VM.class_hierarchy", name).lines().filter(l -> l.contains(name + '/')).count();
  }

  /** Returns the lines of a dump that name threads. */
  List<String> threads() throws IOException, InterruptedException {
    return jcmd("Thread.print").lines().filter(line -> line.startsWith("\"")).toList();
  }

  private String jcmd(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(System.getProperty("java.home") + "/bin/jcmd");
    words.add(String.valueOf(pid));
    words.addAll(List.of(command));
    Process jcmd = new ProcessBuilder(words).redirectErrorStream(true).start();
    String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(text).isZero();
    return text;
  }
}
