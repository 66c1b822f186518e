package org.gridtill.accounts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.accounts.BookCheck;
import org.gridtill.api.platform.accounts.BookChecks;
import org.gridtill.api.platform.time.PlatformClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs whichever checks are there, and is not there itself without those of the journal, of credit
 * and of the transactions: what nobody has checked must not pass for right. A check that fails is a
 * finding for the same reason.
 */
@Component(
    service = {BookChecks.class, BookAudit.class},
    // How many checks there must be at least, as Declarative Services understands it.
    property = BookAudit.CHECKS + ".cardinality.minimum:Integer=3")
public class BookAudit implements BookChecks {

  static final String CHECKS = "Checks";

  private static final Logger LOG = LoggerFactory.getLogger(BookAudit.class);

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final List<BookCheck> checks = new CopyOnWriteArrayList<>();

  /** Made by Declarative Services. */
  @Activate
  public BookAudit(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock) {
    this.jpa = jpa;
    this.clock = clock;
  }

  @Reference(
      name = CHECKS,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bind(BookCheck check) {
    checks.add(check);
  }

  void unbind(BookCheck check) {
    checks.remove(check);
  }

  @Override
  public Report run() {
    List<Result> results =
        checks.stream()
            .map(check -> new Result(name(check), ask(check, BookCheck::findings)))
            .sorted(Comparator.comparing(Result::name))
            .toList();
    return new Report(clock.now(), results);
  }

  /** Runs all checks, and returns all that they have found. */
  List<String> findings() {
    return run().results().stream().flatMap(result -> result.findings().stream()).toList();
  }

  /** Returns what about a day may still change. */
  List<String> open(LocalDate day) {
    return checks.stream().flatMap(check -> ask(check, c -> c.open(day)).stream()).toList();
  }

  private static List<String> ask(BookCheck check, Function<BookCheck, List<String>> question) {
    try {
      return List.copyOf(question.apply(check));
    } catch (RuntimeException e) {
      LOG.error("The check '{}' has failed", name(check), e);
      return List.of("the check '" + name(check) + "' has failed: " + e);
    }
  }

  private static String name(BookCheck check) {
    return Stream.of(check)
        .map(BookCheck::name)
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse(check.getClass().getName());
  }

  @Override
  public Optional<Report> latest() {
    return jpa.txExpr(TransactionType.Required, CheckTable::latest);
  }
}
