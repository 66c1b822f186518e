package org.gridtill.api.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs a suite on an adapter of these tests. */
final class Examination {

  private static final Set<String> IN_FRAMEWORK =
      Set.of(
          "saysWhoItIs",
          "saysWhetherItKnowsRepeatedMessages",
          "leavesNothingBehind",
          "isReplacedUnderLoad");

  /** What the next suite is made of, since the engine makes it by itself. */
  private static volatile Fault current;

  private Examination() {}

  /** Returns what the suite that is being made is to examine. */
  static Fault current() {
    return current;
  }

  /** Returns a new object of the adapter that is examined. */
  static <S> S adapter(Class<S> service) {
    try {
      return service.cast(current.type().getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Checks that a sound adapter passes so many tests. */
  static void assertPasses(Class<?> suite, Class<?> type, int tests) {
    Events events = run(suite, Fault.none(type));
    events.failed().stream().forEach(System.out::println);
    assertThat(events.failed().count()).isZero();
    assertThat(events.succeeded().count()).isEqualTo(tests);
  }

  /**
   * Checks that the fault is found by the test of its rule, and by no other but what follows. Tests
   * that start a framework take long, and all but that of the rule are left out.
   */
  static void assertFinds(Class<?> suite, Fault fault) {
    Set<String> failed = failed(run(suite, fault));
    assertThat(failed).contains(fault.rule());
    failed.remove(fault.rule());
    assertThat(fault.follows()).as("failed, too").containsAll(failed);
  }

  private static Events run(Class<?> suite, Fault fault) {
    current = fault;
    boolean all = fault.rule().isEmpty();
    List<Method> tests =
        ReflectionSupport.findMethods(
            suite,
            method ->
                method.isAnnotationPresent(Test.class)
                    && (all
                        || method.getName().equals(fault.rule())
                        || !IN_FRAMEWORK.contains(method.getName())),
            HierarchyTraversalMode.TOP_DOWN);
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.conditions.deactivate", "*")
        .selectors(
            tests.stream().map(test -> selectMethod(suite, test)).toArray(DiscoverySelector[]::new))
        .execute()
        .testEvents();
  }

  private static Set<String> failed(Events events) {
    Set<String> names = new TreeSet<>();
    events
        .failed()
        .map(Event::getTestDescriptor)
        .map(test -> test.getUniqueId().getLastSegment().getValue())
        .forEach(name -> names.add(name.replace("()", "")));
    return names;
  }
}
