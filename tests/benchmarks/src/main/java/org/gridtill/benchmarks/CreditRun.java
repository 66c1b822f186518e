package org.gridtill.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gridtill.accounts.JpaJournal;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.credit.JpaCredit;

/**
 * Credit and journal alone, without an engine: everything on the collectors of one agency, beside
 * the same spread over a thousand agencies, beside a thousand that all stand below one.
 */
final class CreditRun {

  private static final int AGENCIES = 1000;
  private static final int COLLECTORS = 20;

  /** Each case once in each, so that what else runs on the machine meets all of them. */
  private static final int ROUNDS = 3;

  private final Options options;

  CreditRun(Options options) {
    this.options = options;
  }

  /** A case, and what came of it so far. */
  private record Case(String name, List<Holder> holders, Samples samples) {

    Case(String name, List<Holder> holders) {
      this(name, holders, new Samples());
    }

    String line(int seconds) {
      if (samples.count() == 0) {
        throw new IllegalStateException("nothing was done in the measured time");
      }
      return String.format(
          Locale.ROOT,
          "%-32s %8.1f/s   p50 %7.1f ms   p99 %7.1f ms",
          name,
          (double) samples.count() / seconds,
          samples.percentile(50),
          samples.percentile(99));
    }
  }

  /** Returns whether the books are sound. */
  boolean run() throws Exception {
    System.out.printf(
        Locale.ROOT, "a write to the disk takes %.1f ms%n", Disk.writeMillis(options.work()));
    try (CreditDatabase database =
        CreditDatabase.make(options.database(), options.sync(), options.work())) {
      PlatformClock clock = new MachineClock();
      JpaCredit credit = new JpaCredit(database.jpa());
      JpaJournal journal = new JpaJournal(database.jpa(), clock);
      CreditTill.Books books =
          new CreditTill.Books(database.jpa(), credit, journal, new AtomicLong());
      CreditHolders make = new CreditHolders(database.jpa());
      make.agency("R");
      Case one = new Case("on one agency", make.collectors("H", 1, COLLECTORS, ""));
      Case spread = new Case("over " + AGENCIES, make.collectors("S", AGENCIES, 1, ""));
      Case below =
          new Case("over " + AGENCIES + " below one", make.collectors("B", AGENCIES, 1, "R"));
      // Once before anything counts, for the compiler.
      measure(books, make.collectors("W", AGENCIES, 1, ""));
      for (int i = 0; i < ROUNDS; i++) {
        for (Case each : List.of(one, spread, below)) {
          each.samples.addAll(measure(books, each.holders));
        }
      }
      for (Case each : List.of(one, spread, below)) {
        System.out.println(each.line(ROUNDS * options.seconds()));
      }
      System.out.println(ratio("one", one, spread) + ratio(", below one", below, spread));
      return isSound(credit, journal, books.serial().get());
    }
  }

  private static String ratio(String name, Case some, Case spread) {
    double ratio = (double) some.samples.count() / spread.samples.count();
    return String.format(Locale.ROOT, "%s to spread: %.2f", name, ratio);
  }

  private Samples measure(CreditTill.Books books, List<Holder> holders) throws Exception {
    List<CreditTill> tills =
        new ArrayList<>(Collections.nCopies(options.threads(), new CreditTill(books, holders)));
    Map<Kind, Samples> samples = new Load(options).run(tills, () -> {}, () -> {}).samples();
    return samples.getOrDefault(Kind.BILL_PAYMENT, new Samples());
  }

  /** Tells whether the journal balances and each holder's account is what its credit says. */
  private static boolean isSound(JpaCredit credit, JpaJournal journal, long payments) {
    long held =
        credit.list().stream()
            .filter(line -> !line.holder().isCollector() && line.parentCode() == null)
            .mapToLong(line -> -line.position().fen())
            .sum();
    boolean sound =
        journal.trialBalance().total().isZero()
            && journal.trialBalance().entries() == payments
            && held == payments * CreditTill.PRICE.fen()
            && credit.list().stream().map(CreditLine::reserved).allMatch(r -> r.isZero());
    System.out.println(sound ? "books are sound" : "BOOKS ARE WRONG");
    return sound;
  }

  private static final class MachineClock implements PlatformClock {

    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public LocalDate accountingDate(Instant moment) {
      return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }
  }
}
