package org.gridtill.benchmarks.adapters;

import java.time.Duration;
import java.util.List;
import org.gridtill.simulator.pos.PosTerminal;

/**
 * What terminals notice of many malformed frames from many other addresses, while they come and
 * afterwards, and what is left of them in memory. The terminals work at a steady pace, which leaves
 * the machine room.
 */
final class HostileFrames implements Measurement {

  private static final int MEDIAN = 50;
  private static final int TAIL = 99;
  private static final double LEAST_RATIO = 0.95;
  private static final long MEBIBYTE = 1 << 20;

  /** More than a heap sways by itself. */
  private static final long MOST_LEFT = 32 * MEBIBYTE;

  private final AdapterOptions options;

  HostileFrames(AdapterOptions options) {
    this.options = options;
  }

  @Override
  public void run(Site site, Report report) throws Exception {
    Counter counter = new Counter(site.billing());
    List<PosTerminal> terminals = site.signOn(0, options.terminals());
    MalformedFrames frames = MalformedFrames.like(site.terminal(0));
    PacedLoad load =
        new PacedLoad(
            terminals, counter::mixed, Duration.ofMillis(options.everyMillis()), exchange -> {});
    report.heading(
        String.format(
            "%d terminals, each every %d ms, and %d malformed frames",
            options.terminals(), options.everyMillis(), options.frames()));
    Exchanges all;
    Window before;
    Window during;
    Window after;
    long heapBefore;
    long heapAfter;
    load.start();
    try {
      Pause.seconds(options.seconds());
      heapBefore = site.jvm().memory().heap();
      before = Pause.seconds(options.seconds());
      HostilePeers peers = new HostilePeers(site.posPort(), frames);
      during = peers.send(options.frames());
      report.figure("malformed frames sent", Report.rate(options.frames() * 1e9 / during.nanos()));
      report.figure("of them, connections that were refused or reset", peers.resets() + "");
      Pause.seconds(1);
      after = Pause.seconds(options.seconds());
      heapAfter = site.jvm().memory().heap();
    } finally {
      all = load.stop();
      for (PosTerminal terminal : terminals) {
        terminal.close();
      }
    }
    double usual = all.rate(before);
    tell(all, "before", before, usual, report);
    tell(all, "during", during, usual, report);
    tell(all, "after", after, usual, report);
    report.figure("failed transactions", Long.toString(all.failed()));
    report.figure("dropped connections", Long.toString(all.dropped()));
    all.failures().forEach(failure -> report.wrong("beside malformed frames: " + failure));
    report.figure(
        "heap before and after",
        heapBefore / MEBIBYTE + " MiB, " + heapAfter / MEBIBYTE + " MiB",
        (double) heapAfter / heapBefore);
    if (heapAfter - heapBefore > MOST_LEFT) {
      report.wrong("malformed frames have left something in memory");
    }
  }

  private static void tell(Exchanges all, String when, Window window, double usual, Report report) {
    double rate = all.rate(window);
    Exchanges some = all.endedIn(window);
    report.figure("terminals, " + when, Report.rate(rate), rate / usual);
    report.figure(
        "terminals, " + when + ": p50 and p99",
        Report.millis(some.percentile(MEDIAN)) + ", " + Report.millis(some.percentile(TAIL)));
    if (rate < LEAST_RATIO * usual) {
      report.wrong("terminals do less " + when + " than before");
    }
  }
}
