package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.gridtill.simulator.pos.PosTerminal;

/**
 * What the terminals of one endpoint notice while the adapter of another misbehaves. The others
 * work at a steady pace, which leaves the machine room: what is measured is whether anything of the
 * platform is taken from them, and not how two loads share processors.
 */
final class Isolation implements Measurement {

  private static final Duration NO_PAUSE = Duration.ZERO;

  /** A terminal that got no answer connects again and tries again. */
  private static final Duration RETRY = Duration.ofMillis(100);

  /** A call that hangs is waited for 2 s. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  private static final int MEDIAN = 50;
  private static final double LEAST_RATIO = 0.95;

  private final AdapterOptions options;
  private final Map<Mode, Integer> ports = new EnumMap<>(Mode.class);

  /** How an adapter misbehaves. */
  private enum Mode {
    THROWS("throws", RETRY, false),
    BLOCKS("blocks", RETRY, true),
    FLOODS("is flooded by its terminals", NO_PAUSE, false),
    /** Last, since it leaves others the least of the processors. */
    LOOPS("loops", RETRY, true);

    private final String words;
    private final Duration pause;

    /** Not to be seen from outside of one that throws: it turns everybody away at once anyway. */
    private final boolean opensCircuit;

    Mode(String words, Duration pause, boolean opensCircuit) {
      this.words = words;
      this.pause = pause;
      this.opensCircuit = opensCircuit;
    }

    String adapter() {
      return name().toLowerCase(Locale.ROOT);
    }

    WaywardTerminals.Frame frame(Path hold) {
      String word = adapter();
      return this == FLOODS
          ? (terminal, trace) ->
              String.format("%s W%d %s %06d", word, terminal, Site.agencyCode(1), trace)
          : (terminal, trace) -> word + ' ' + hold;
    }
  }

  Isolation(AdapterOptions options) {
    this.options = options;
  }

  @Override
  public void prepare(Site site) throws IOException {
    for (Mode mode : Mode.values()) {
      String adapter = mode.adapter();
      WaywardJar.make(site.jar(adapter), adapter);
      site.trust(site.jar(adapter));
      ports.put(mode, FreePorts.next());
      site.endpoint(adapter, ports.get(mode));
    }
  }

  @Override
  public void run(Site site, Report report) throws Exception {
    site.register("W", options.wayward(), Mode.FLOODS.adapter(), ports.get(Mode.FLOODS));
    for (Mode mode : Mode.values()) {
      site.deploy(site.jar(mode.adapter()), mode.adapter());
    }
    Counter counter = new Counter(site.billing());
    List<PosTerminal> terminals = site.signOn(0, options.terminals());
    PacedLoad load =
        new PacedLoad(
            terminals, counter::mixed, Duration.ofMillis(options.everyMillis()), exchange -> {});
    report.heading(
        String.format(
            "others beside %d terminals of an adapter that misbehaves: %d, each every %d ms",
            options.wayward(), options.terminals(), options.everyMillis()));
    Map<Mode, Window> windows = new EnumMap<>(Mode.class);
    Exchanges all;
    Window normal;
    load.start();
    try {
      Pause.seconds(options.seconds());
      normal = Pause.seconds(options.seconds());
      for (Mode mode : Mode.values()) {
        windows.put(mode, misbehave(site, mode, report));
        Pause.seconds(1);
      }
    } finally {
      all = load.stop();
      for (PosTerminal terminal : terminals) {
        terminal.close();
      }
    }
    tell(all, normal, windows, report);
  }

  /** Returns the time that is measured. */
  private Window misbehave(Site site, Mode mode, Report report) throws Exception {
    WaywardTerminals wayward =
        new WaywardTerminals(ports.get(mode), options.wayward(), mode.pause, AT_ONCE);
    Path hold = Files.createFile(site.home().resolve("data/bench/" + mode.adapter()));
    Window window;
    long answered;
    Health health;
    wayward.start(mode.frame(hold));
    try {
      window = Pause.seconds(options.seconds());
      answered = wayward.answered();
      health = health(site, mode);
    } finally {
      Files.delete(hold);
      wayward.stop();
    }
    if (mode == Mode.FLOODS) {
      report.figure(
          "it " + mode.words + ": its own frames", Report.rate(answered * 1e9 / window.nanos()));
    }
    OptionalLong opened = mode.opensCircuit ? wayward.turnedAwayAfter() : OptionalLong.empty();
    if (opened.isPresent()) {
      report.figure(
          "it " + mode.words + ": until its circuit opens",
          Report.millis(opened.getAsLong() / 1e6));
    }
    report.figure("it " + mode.words + ": its circuit by adapter-list", health.toString());
    if (mode.opensCircuit && (opened.isEmpty() || health.circuit().equals("closed"))) {
      report.wrong("it " + mode.words + ", and its circuit is " + health.circuit());
    }
    return window;
  }

  private static Health health(Site site, Mode mode) throws InterruptedException {
    try {
      return Health.of(site.shell("gridtill:adapter-list"), mode.adapter());
    } catch (IOException e) {
      // With all processors taken, the shell may not answer in its time.
      return Health.UNKNOWN;
    }
  }

  private static void tell(Exchanges all, Window normal, Map<Mode, Window> windows, Report report) {
    double usual = all.rate(normal);
    tell(all, "it is idle", normal, usual, report);
    windows.forEach(
        (mode, window) -> {
          tell(all, "it " + mode.words, window, usual, report);
          if (all.rate(window) < LEAST_RATIO * usual) {
            report.wrong("others do less than they did while it " + mode.words);
          }
        });
    report.figure("failed transactions of others", Long.toString(all.failed()));
    report.figure("dropped connections of others", Long.toString(all.dropped()));
    all.failures().forEach(failure -> report.wrong("beside one that misbehaves: " + failure));
  }

  private static void tell(Exchanges all, String when, Window window, double usual, Report report) {
    double rate = all.rate(window);
    Exchanges some = all.endedIn(window);
    report.figure("others, while " + when, Report.rate(rate), rate / usual);
    report.figure(
        "others, while " + when + ": p50 and p99",
        Report.millis(some.percentile(MEDIAN)) + ", " + Report.millis(some.percentile(99)));
  }
}
