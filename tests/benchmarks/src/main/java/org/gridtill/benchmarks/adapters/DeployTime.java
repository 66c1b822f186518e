package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.gridtill.benchmarks.Samples;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosTerminal;

/**
 * How long it takes from a jar in {@code deploy/} to the first query of bills through it: of an
 * adapter with a new name and an endpoint of its own, whose terminal signs on first; and of a new
 * version of an adapter that is there.
 */
final class DeployTime implements Measurement {

  private static final String FRESH = "fresh";
  private static final String RENEWED = "renewed";
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long PAUSE_NANOS = 10_000_000;
  private static final int MEDIAN = 50;
  private static final int ALL = 100;

  private final int times;
  private final List<Integer> ports = new ArrayList<>();
  private int renewedPort;

  DeployTime(AdapterOptions options) {
    times = options.deploys();
  }

  @Override
  public void prepare(Site site) throws IOException {
    PosJar pos = new PosJar(site.home());
    for (int i = 0; i < times; i++) {
      pos.make(site.jar(FRESH + i), FRESH + i, "1.0.0", Zone.EAST);
      site.trust(site.jar(FRESH + i));
      ports.add(FreePorts.next());
    }
    for (int i = 0; i <= times; i++) {
      pos.make(site.jar(RENEWED + i), RENEWED, "1.0." + i, Zone.ofVersion(i));
      site.trust(site.jar(RENEWED + i));
    }
    renewedPort = FreePorts.next();
  }

  @Override
  public void run(Site site, Report report) throws Exception {
    Counter counter = new Counter(site.billing());
    report.heading("from deploy/ to the first transaction");
    tell(report, "a new adapter with an endpoint of its own", fresh(site, counter));
    tell(report, "a new version of an adapter", renewed(site, counter));
  }

  private void tell(Report report, String what, Samples samples) {
    report.figure(what + ", median of " + times, Report.millis(samples.percentile(MEDIAN)));
    report.figure(what + ", longest", Report.millis(samples.percentile(ALL)));
  }

  private Samples fresh(Site site, Counter counter) throws Exception {
    Samples samples = new Samples();
    for (int i = 0; i < times; i++) {
      String adapter = FRESH + i;
      try (PosTerminal terminal = site.register("F" + i + 'N', 1, adapter, ports.get(i)).get(0)) {
        site.endpoint(adapter, ports.get(i));
        long start = site.deploy(site.jar(adapter), adapter);
        signOn(terminal);
        awaitFrom(terminal, counter, Zone.EAST);
        samples.add(System.nanoTime() - start);
      }
    }
    return samples;
  }

  private Samples renewed(Site site, Counter counter) throws Exception {
    Samples samples = new Samples();
    try (PosTerminal terminal = site.register("R", 1, RENEWED, renewedPort).get(0)) {
      site.endpoint(RENEWED, renewedPort);
      site.deploy(site.jar(RENEWED + 0), RENEWED);
      signOn(terminal);
      for (int i = 1; i <= times; i++) {
        Path next = site.jar(RENEWED + i);
        long start = site.deploy(next, RENEWED);
        awaitFrom(terminal, counter, Zone.ofVersion(i));
        samples.add(System.nanoTime() - start);
      }
    }
    return samples;
  }

  private static void signOn(PosTerminal terminal) throws IOException {
    long start = System.nanoTime();
    while (true) {
      try {
        requireDone(terminal.signOn());
        return;
      } catch (IOException e) {
        if (System.nanoTime() - start > PATIENCE_NANOS) {
          throw e;
        }
        // Its endpoint does not listen yet.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static void awaitFrom(PosTerminal terminal, Counter counter, Zone zone)
      throws IOException {
    long start = System.nanoTime();
    while (true) {
      PosAnswer answer = requireDone(counter.query(terminal));
      if (Zone.of(answer, Instant.now()) == zone) {
        return;
      }
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IOException("no answer of the version for " + zone);
      }
    }
  }

  private static PosAnswer requireDone(PosAnswer answer) throws IOException {
    if (!answer.done()) {
      throw new IOException("code " + answer.code() + ", " + answer.text());
    }
    return answer;
  }
}
