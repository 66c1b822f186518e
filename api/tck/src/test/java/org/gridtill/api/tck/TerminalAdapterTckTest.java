package org.gridtill.api.tck;

import java.util.stream.Stream;
import org.gridtill.api.tck.broken.Broken;
import org.gridtill.api.tck.hello.HelloAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suite passes an adapter without a fault, and each of its rules finds the one that breaks it;
 * so do the rules of every adapter.
 */
class TerminalAdapterTckTest {

  /** The examples are exchanged in all of these. */
  private static final String[] EXCHANGES = {
    "translatesTheExamples",
    "keepsNothingInMind",
    "answersWhateverThePlatformReplies",
    "isSafeForThreads",
    "leavesNothingBehind",
    "isReplacedUnderLoad"
  };

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("translatesTheExamples", Broken.WrongAmount.class).followedBy(EXCHANGES),
        new Fault("translatesTheExamples", Broken.Scribbler.class).followedBy(EXCHANGES),
        new Fault("keepsNothingInMind", Broken.Mindful.class),
        new Fault("refusesWhatIsNotAuthentic", Broken.Trusting.class),
        new Fault("answersWhateverThePlatformReplies", Broken.Narrow.class),
        new Fault("survivesBadFrames", Broken.Careless.class),
        new Fault("isSafeForThreads", Broken.Sharing.class)
            .followedBy("isReplacedUnderLoad", "callsNothingForbidden"),
        new Fault("callsNothingForbidden", Broken.Caller.class),
        new Fault("leavesNothingBehind", Broken.Restless.class).followedBy("callsNothingForbidden"),
        new Fault("leavesNothingBehind", Broken.Clinging.class).followedBy("callsNothingForbidden"),
        new Fault("isReplacedUnderLoad", Broken.Singleton.class)
            .followedBy("leavesNothingBehind", "saysWhoItIs"),
        hello("seesOnlyTheAdapterApi").importing("org.gridtill.api.platform.credit"),
        hello("seesOnlyTheAdapterApi").importing("javax.persistence"),
        hello("seesOnlyTheAdapterApi").withHeader("DynamicImport-Package: org.example.*"),
        hello("seesOnlyTheAdapterApi").withHeader("Export-Package: org.gridtill.api.tck.hello"),
        hello("saysWhoItIs").called("name=hello", "gridtill.vendor=Us"),
        hello("saysWhoItIs").called("gridtill.adapter=Hello World", "gridtill.vendor=Us"),
        hello("saysWhoItIs").called("gridtill.adapter=hello"));
  }

  private static Fault hello(String rule) {
    return new Fault(rule, HelloAdapter.class);
  }

  @Test
  void passesAnAdapterWithoutAFault() {
    Examination.assertPasses(HelloSuite.class, HelloAdapter.class, 11);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsEachFault(Fault fault) {
    Broken.Singleton.forget();
    Examination.assertFinds(HelloSuite.class, fault);
  }
}
