package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridtill.benchmarks.Samples;
import org.gridtill.simulator.pos.PosTerminal;

/**
 * What terminals notice when their adapter is replaced in {@code deploy/} while they work. The
 * adapter is the only one of its name: that of the distribution is stopped. After each swap comes
 * as long a time without one, so that both see the same platform and the same machine.
 */
final class SwapPause implements Measurement {

  private static final String ADAPTER = "pos";
  private static final int PATIENCE_SECONDS = 60;

  /** The old version is cleared away after the first answer of the new one. */
  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final int MEDIAN = 50;
  private static final int ALL = 100;

  private final AdapterOptions options;
  private final List<Window> swaps = new ArrayList<>();
  private final List<Window> normal = new ArrayList<>();

  SwapPause(AdapterOptions options) {
    this.options = options;
  }

  @Override
  public void prepare(Site site) throws IOException {
    PosJar pos = new PosJar(site.home());
    for (int version = 1; version <= options.swaps() + 1; version++) {
      pos.make(site.jar("swap" + version), ADAPTER, "1.0." + version, Zone.ofVersion(version));
      site.trust(site.jar("swap" + version));
    }
  }

  @Override
  public void run(Site site, Report report) throws Exception {
    Counter counter = new Counter(site.billing());
    Sighting sighting = new Sighting();
    List<PosTerminal> terminals = site.signOn(0, options.terminals());
    PacedLoad load =
        new PacedLoad(
            terminals, counter::mixed, Duration.ofMillis(options.everyMillis()), sighting::note);
    Exchanges all;
    load.start();
    try {
      swap(site, 1, sighting);
      site.shell("bundle:stop org.gridtill.adapter.pos");
      Pause.seconds(options.seconds());
      for (int version = 2; version <= options.swaps() + 1; version++) {
        Window swap = swap(site, version, sighting);
        swaps.add(swap);
        Window after = new Window(swap.end(), swap.end() + swap.nanos());
        Pause.until(after.end());
        normal.add(after);
      }
    } finally {
      all = load.stop();
      site.shell("bundle:start org.gridtill.adapter.pos");
      for (PosTerminal terminal : terminals) {
        terminal.close();
      }
    }
    tell(all, report);
  }

  private Window swap(Site site, int version, Sighting sighting) throws Exception {
    long start = site.deploy(site.jar("swap" + version), ADAPTER);
    long seen = sighting.await(Zone.ofVersion(version), start, PATIENCE_SECONDS);
    Pause.until(seen + SETTLE_NANOS);
    return new Window(start, seen + SETTLE_NANOS);
  }

  private void tell(Exchanges all, Report report) {
    Exchanges usual = all.touching(normal).apartFrom(swaps);
    Exchanges during = all.touching(swaps);
    Samples longest = new Samples();
    for (Window swap : swaps) {
      longest.add((long) (all.touching(List.of(swap)).percentile(ALL) * 1e6));
    }
    double median = usual.percentile(MEDIAN);
    report.heading(
        String.format(
            "%d swaps under load: %d terminals, each every %d ms, one in ten pays",
            swaps.size(), options.terminals(), options.everyMillis()));
    report.figure("normal: exchanges", Integer.toString(usual.count()));
    report.figure("normal: p50", Report.millis(median));
    report.figure("normal: p99", Report.millis(usual.percentile(99)));
    report.figure("normal: longest", Report.millis(usual.percentile(ALL)));
    report.figure("swaps: exchanges", Integer.toString(during.count()));
    compare(report, "swaps: p50", during, usual, MEDIAN);
    compare(report, "swaps: p99", during, usual, 99);
    compare(report, "swaps: longest", during, usual, ALL);
    report.figure(
        "pause: longest of the median swap less the normal median",
        Report.millis(longest.percentile(MEDIAN) - median));
    report.figure(
        "pause: longest of all less the normal median",
        Report.millis(longest.percentile(ALL) - median));
    report.figure("failed transactions", Long.toString(all.failed()));
    report.figure("dropped connections", Long.toString(all.dropped()));
    all.failures().forEach(failure -> report.wrong("while adapters were swapped: " + failure));
  }

  private static void compare(
      Report report, String what, Exchanges these, Exchanges usual, int percent) {
    double millis = these.percentile(percent);
    report.figure(what, Report.millis(millis), millis / usual.percentile(percent));
  }
}
