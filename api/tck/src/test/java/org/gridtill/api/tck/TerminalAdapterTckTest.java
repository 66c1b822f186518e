package org.gridtill.api.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.tck.broken.Broken;
import org.gridtill.api.tck.hello.HelloAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * The suite passes an adapter without a fault, and each of its rules finds the one that breaks it.
 */
class TerminalAdapterTckTest {

  private static final String ADAPTER = "gridtill.adapter";
  private static final String PLATFORM = ",org.gridtill.api.platform.credit;resolution:=optional";

  /** What the next suite is made of, since the engine makes it by itself. */
  private static volatile Fault current;

  /** An adapter, and the rule that it breaks. */
  private record Fault(
      String rule, Class<? extends TerminalAdapter> type, String imports, String property) {

    Fault(String rule, Class<? extends TerminalAdapter> type) {
      this(rule, type, "", ADAPTER);
    }

    @Override
    public String toString() {
      return rule + ": " + type.getSimpleName();
    }
  }

  /** What the engine runs. */
  static final class Examined extends HelloSuite {
    Examined() {
      super(current.type(), current.imports(), current.property());
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("translatesTheExamples", Broken.WrongAmount.class),
        new Fault("translatesTheExamples", Broken.Scribbler.class),
        new Fault("keepsNothingInMind", Broken.Mindful.class),
        new Fault("refusesWhatIsNotAuthentic", Broken.Trusting.class),
        new Fault("answersWhateverThePlatformReplies", Broken.Narrow.class),
        new Fault("survivesBadFrames", Broken.Careless.class),
        new Fault("isSafeForThreads", Broken.Sharing.class),
        new Fault("callsNothingForbidden", Broken.Caller.class),
        new Fault("leavesNothingBehind", Broken.Restless.class),
        new Fault("leavesNothingBehind", Broken.Clinging.class),
        new Fault("isReplacedUnderLoad", Broken.Singleton.class),
        new Fault("seesOnlyTheAdapterApi", HelloAdapter.class, PLATFORM, ADAPTER),
        new Fault("saysWhoItIs", HelloAdapter.class, "", "name"));
  }

  private static Events run(Fault fault) {
    current = fault;
    Broken.Singleton.forget();
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.conditions.deactivate", "*")
        .selectors(selectClass(Examined.class))
        .execute()
        .testEvents();
  }

  private static Set<String> failed(Events events) {
    Set<String> names = new TreeSet<>();
    events
        .failed()
        .map(Event::getTestDescriptor)
        .forEach(test -> names.add(test.getUniqueId().getLastSegment().getValue()));
    return names;
  }

  @Test
  void passesAnAdapterWithoutAFault() {
    Events events = run(new Fault("none", HelloAdapter.class));
    events.failed().stream().forEach(System.out::println);
    assertThat(events.failed().count()).isZero();
    assertThat(events.succeeded().count()).isEqualTo(11);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsEachFault(Fault fault) {
    assertThat(failed(run(fault))).contains(fault.rule() + "()");
  }
}
