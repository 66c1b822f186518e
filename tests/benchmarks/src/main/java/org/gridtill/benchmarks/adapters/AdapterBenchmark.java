package org.gridtill.benchmarks.adapters;

import java.util.ArrayList;
import java.util.List;

/** Measures what adapters cost and spare; {@link AdapterOptions} says what of it. */
public final class AdapterBenchmark {

  /** What the options are. */
  public static final String HELP = AdapterOptions.HELP;

  /** What the shell prints if the journal adds up to zero. */
  private static final String BALANCED = "balanced";

  private final AdapterOptions options;

  private AdapterBenchmark(AdapterOptions options) {
    this.options = options;
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it is wrong
   */
  public static AdapterBenchmark of(List<String> arguments) {
    return new AdapterBenchmark(AdapterOptions.parse(arguments.toArray(String[]::new)));
  }

  /**
   * Runs the parts on one platform, one after the other, and prints the figures.
   *
   * @return whether nothing was lost, refused or slowed down that should not be
   * @throws Exception if a part could not be measured
   */
  public boolean run() throws Exception {
    Report report = new Report();
    System.out.println(options);
    if (options.parts().contains(Part.SIZE)) {
      AdapterSize.tell(report);
    }
    List<Measurement> measurements = measurements();
    if (!measurements.isEmpty()) {
      onPlatform(measurements, report);
    }
    System.out.printf("%n%s", report);
    return report.isSound();
  }

  private List<Measurement> measurements() {
    List<Measurement> measurements = new ArrayList<>();
    for (Part part : options.parts()) {
      switch (part) {
        case DEPLOY -> measurements.add(new DeployTime(options));
        case SWAP -> measurements.add(new SwapPause(options));
        case ISOLATION -> measurements.add(new Isolation(options));
        case IDLE -> measurements.add(new IdleTerminals(options));
        case HOSTILE -> measurements.add(new HostileFrames(options));
        case SIZE -> {
          // Needs no platform.
        }
      }
    }
    return measurements;
  }

  private void onPlatform(List<Measurement> measurements, Report report) throws Exception {
    int idle = options.parts().contains(Part.IDLE) ? options.idle() : 0;
    int terminals = Math.max(options.terminals() + idle, IdleTerminals.ACTIVE);
    try (Site site = Site.unpack(options, terminals)) {
      for (Measurement measurement : measurements) {
        measurement.prepare(site);
      }
      site.start(terminals);
      for (Measurement measurement : measurements) {
        measurement.run(site, report);
      }
      if (!site.shell("gridtill:trial-balance").contains(BALANCED)) {
        report.wrong("the trial balance is not zero");
      }
    }
  }
}
