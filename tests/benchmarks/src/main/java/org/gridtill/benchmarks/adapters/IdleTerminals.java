package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridtill.simulator.pos.PosTerminal;

/**
 * What terminals cost that have signed on and do nothing: memory of the platform, and what it does
 * for a few that work without a pause beside them.
 */
final class IdleTerminals implements Measurement {

  static final int ACTIVE = 32;
  private static final Pattern CONNECTIONS =
      Pattern.compile("(?m)^pos .*?(\\d+)/\\d+\\s*[\u2502|]");

  private final AdapterOptions options;
  private Counter counter;

  IdleTerminals(AdapterOptions options) {
    this.options = options;
  }

  @Override
  public void run(Site site, Report report) throws Exception {
    counter = new Counter(site.billing());
    List<PosTerminal> active = site.signOn(0, ACTIVE);
    rate(active, report);
    double before = rate(active, report);
    Jvm.Memory without = site.jvm().memory();
    long start = System.nanoTime();
    List<PosTerminal> idle = site.signOn(options.terminals(), options.idle());
    double signOns = options.idle() * 1e9 / (System.nanoTime() - start);
    Jvm.Memory with = site.jvm().memory();
    double beside = rate(active, report);
    int connected = connected(site);
    close(idle);
    double after = rate(active, report);
    close(active);

    report.heading(options.idle() + " idle terminals");
    report.figure("signed on in a second, eight at a time", Report.rate(signOns));
    report.figure("heap before, after garbage collection", mebibytes(without.heap()));
    report.figure("heap with them, after garbage collection", mebibytes(with.heap()));
    report.figure("heap of one", perTerminal(with.heap() - without.heap()));
    report.figure("resident memory before", mebibytes(without.resident()));
    report.figure("resident memory with them", mebibytes(with.resident()));
    report.figure("resident memory of one", perTerminal(with.resident() - without.resident()));
    double usual = (before + after) / 2;
    report.figure(ACTIVE + " active terminals before, without a pause", Report.rate(before));
    report.figure(ACTIVE + " active terminals beside them", Report.rate(beside), beside / usual);
    report.figure(ACTIVE + " active terminals after", Report.rate(after));
    report.figure("connections by endpoint-list", Integer.toString(connected));
    if (connected < options.idle() + ACTIVE) {
      report.wrong("connections were lost while they were idle");
    }
  }

  private double rate(List<PosTerminal> active, Report report) throws Exception {
    PacedLoad load = new PacedLoad(active, counter::query, Duration.ZERO, exchange -> {});
    load.start();
    Window window = Pause.seconds(options.seconds());
    Exchanges all = load.stop();
    all.failures().forEach(failure -> report.wrong("beside idle terminals: " + failure));
    return all.rate(window);
  }

  private static int connected(Site site) throws IOException, InterruptedException {
    String table = site.shell("gridtill:endpoint-list");
    Matcher found = CONNECTIONS.matcher(table);
    if (!found.find()) {
      throw new IOException("no endpoint pos in: " + table);
    }
    return Integer.parseInt(found.group(1));
  }

  private static void close(List<PosTerminal> terminals) throws IOException {
    for (PosTerminal terminal : terminals) {
      terminal.close();
    }
  }

  private String perTerminal(long bytes) {
    return String.format("%.1f KiB", bytes / 1024.0 / options.idle());
  }

  private static String mebibytes(long bytes) {
    return String.format("%.1f MiB", bytes / 1024.0 / 1024.0);
  }
}
