package org.gridtill.benchmarks.adapters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into another virtual machine on this computer. */
final class Jvm {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

  private final long pid;

  Jvm(long pid) {
    this.pid = pid;
  }

  /** Memory in bytes. */
  record Memory(long heap, long resident) {}

  /** Collects garbage, and returns what is left. */
  Memory memory() throws IOException, InterruptedException {
    // What is found unused the first time is gone the second: buffers wait for their cleaners.
    jcmd("GC.run");
    // A histogram of what is alive.
    long heap = heapOf(jcmd("GC.class_histogram"));
    String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
    return new Memory(heap, number(RESIDENT, status) * 1024);
  }

  static long heapOf(String histogram) throws IOException {
    return number(TOTAL, histogram);
  }

  private static long number(Pattern pattern, String text) throws IOException {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IOException("no memory is told of in: " + text.lines().findFirst().orElse(""));
    }
    return Long.parseLong(found.group(1));
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd " + command + " failed: " + text);
    }
    return text;
  }
}
