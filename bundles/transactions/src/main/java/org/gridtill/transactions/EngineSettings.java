package org.gridtill.transactions;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.transactions.ReversibleAmount.Scope;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What operations may set, checked. */
final class EngineSettings {

  static final String PID = "org.gridtill.transactions";

  private final Settings settings;

  EngineSettings(Settings settings) {
    this.settings = settings;
    atLeast("resolverThreads", settings.resolverThreads(), 1);
    atLeast("billingCalls", settings.billingCalls(), 1);
  }

  /** What operations may set. */
  @ObjectClassDefinition(name = "GridTill transactions")
  @interface Settings {

    @AttributeDefinition(
        description =
            "Seconds after which a transaction without an outcome is resolved by asking the billing"
                + " system; longer than billingTimeoutSeconds")
    int patienceSeconds() default 45;

    @AttributeDefinition(description = "Seconds between the first attempts to resolve")
    int firstRetrySeconds() default 1;

    @AttributeDefinition(description = "Seconds between attempts to resolve, at most")
    int longestRetrySeconds() default 300;

    @AttributeDefinition(description = "How many transactions are resolved at the same time")
    int resolverThreads() default 4;

    @AttributeDefinition(
        description =
            "How many calls to the billing system may be under way; more are declined at once")
    int billingCalls() default 64;

    @AttributeDefinition(
        description =
            "Seconds after which a call to the billing system is given up; longer than the"
                + " time-out of its adapter")
    int billingTimeoutSeconds() default 40;

    @AttributeDefinition(
        description =
            "Seconds for which no call is made once half of the calls to the billing system have failed")
    int billingPauseSeconds() default 5;

    @AttributeDefinition(
        description =
            "Seconds for which an adapter that is updated or removed is waited for, before calls of"
                + " it that are still under way are given up")
    int billingDrainSeconds() default 10;

    @AttributeDefinition(
        description =
            "Seconds after a transaction in which a reversal that the terminal sends because it got"
                + " no answer is neither limited nor in need of a second person")
    int automaticReversalSeconds() default 300;

    @AttributeDefinition(
        description =
            "Yuan above which a reversal needs a second person, as 500.00; empty for never")
    String secondPersonAbove() default "";

    @AttributeDefinition(description = "Reversals a day for each agency; 0 for any number")
    int agencyReversalsPerDay() default 0;

    @AttributeDefinition(description = "Yuan of reversals a day for each agency; empty for any")
    String agencyReversalYuanPerDay() default "";

    @AttributeDefinition(description = "Reversals a day for each collector; 0 for any number")
    int collectorReversalsPerDay() default 0;

    @AttributeDefinition(description = "Yuan of reversals a day for each collector; empty for any")
    String collectorReversalYuanPerDay() default "";

    @AttributeDefinition(description = "Reversals a day for each terminal; 0 for any number")
    int terminalReversalsPerDay() default 0;

    @AttributeDefinition(description = "Yuan of reversals a day for each terminal; empty for any")
    String terminalReversalYuanPerDay() default "";
  }

  Ledger.Timing timing() {
    Backoff backoff =
        new Backoff(
            seconds("firstRetrySeconds", settings.firstRetrySeconds()),
            seconds("longestRetrySeconds", settings.longestRetrySeconds()));
    return new Ledger.Timing(backoff, seconds("patienceSeconds", settings.patienceSeconds()));
  }

  /** What the gate to the billing system is like. */
  GateOptions<BillingSystem> gate() {
    if (settings.billingTimeoutSeconds() >= settings.patienceSeconds()) {
      throw new IllegalArgumentException(
          PID + ": billingTimeoutSeconds must be less than patienceSeconds");
    }
    return GateOptions.of(
            BillingSystem.class,
            "billing",
            settings.billingCalls(),
            seconds("billingTimeoutSeconds", settings.billingTimeoutSeconds()),
            seconds("billingDrainSeconds", settings.billingDrainSeconds()))
        .failing(
            GatedLine::isFailure, seconds("billingPauseSeconds", settings.billingPauseSeconds()));
  }

  ReversalPolicy policy() {
    Map<Scope, ReversalPolicy.Limit> daily = new EnumMap<>(Scope.class);
    limit(
        daily,
        Scope.AGENCY,
        settings.agencyReversalsPerDay(),
        "agencyReversalYuanPerDay",
        settings.agencyReversalYuanPerDay());
    limit(
        daily,
        Scope.COLLECTOR,
        settings.collectorReversalsPerDay(),
        "collectorReversalYuanPerDay",
        settings.collectorReversalYuanPerDay());
    limit(
        daily,
        Scope.TERMINAL,
        settings.terminalReversalsPerDay(),
        "terminalReversalYuanPerDay",
        settings.terminalReversalYuanPerDay());
    atLeast("automaticReversalSeconds", settings.automaticReversalSeconds(), 0);
    return new ReversalPolicy(
        Duration.ofSeconds(settings.automaticReversalSeconds()),
        yuan("secondPersonAbove", settings.secondPersonAbove()),
        daily);
  }

  private static void limit(
      Map<Scope, ReversalPolicy.Limit> daily, Scope scope, int count, String key, String yuan) {
    atLeast(scope.name().toLowerCase(Locale.ROOT) + "ReversalsPerDay", count, 0);
    Money amount = yuan(key, yuan);
    if (count > 0 || amount != null) {
      daily.put(
          scope,
          new ReversalPolicy.Limit(
              count == 0 ? Integer.MAX_VALUE : count,
              amount == null ? Long.MAX_VALUE : amount.fen()));
    }
  }

  private static Money yuan(String key, String value) {
    if (value.isBlank()) {
      return null;
    }
    Money amount;
    try {
      amount = Money.parse(value.trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PID + ": " + key + " is no amount: " + value, e);
    }
    if (amount.compareTo(Money.ZERO) < 0) {
      throw new IllegalArgumentException(PID + ": " + key + " must not be negative");
    }
    return amount;
  }

  private static Duration seconds(String key, int value) {
    atLeast(key, value, 1);
    return Duration.ofSeconds(value);
  }

  private static void atLeast(String key, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(PID + ": " + key + " must be at least " + least);
    }
  }
}
