package org.gridtill.api.tck;

import java.util.stream.Stream;
import org.gridtill.api.tck.broken.BrokenBilling;
import org.gridtill.api.tck.hello.HelloBilling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suite passes an adapter without a fault, and each of its rules finds the one that breaks it.
 */
class BillingSystemTckTest {

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("makesTheRound", BrokenBilling.Greedy.class),
        new Fault("isIdempotent", BrokenBilling.Renumbering.class),
        new Fault("isIdempotent", BrokenBilling.Moody.class),
        new Fault("neverGuesses", BrokenBilling.Hopeful.class),
        new Fault("neverGuesses", BrokenBilling.Hopeless.class),
        new Fault("neverGuesses", BrokenBilling.Insistent.class),
        new Fault("takesNothingForAnAnswer", BrokenBilling.Credulous.class),
        new Fault("concludesNothingFromSilence", BrokenBilling.Assuming.class),
        new Fault("concludesNothingFromSilence", BrokenBilling.Sure.class),
        new Fault("blocksWhatIsReversedFirst", BrokenBilling.Peeking.class),
        new Fault("anOutageIsAResult", BrokenBilling.Surprised.class),
        new Fault("anOutageIsAResult", BrokenBilling.Vague.class),
        new Fault("isSafeForThreads", BrokenBilling.Mixing.class).followedBy("isReplacedUnderLoad"),
        new Fault("callsNothingForbidden", BrokenBilling.Exiting.class),
        new Fault("callsNothingForbidden", BrokenBilling.Listening.class),
        new Fault("leavesNothingBehind", BrokenBilling.Restless.class));
  }

  @Test
  void passesAnAdapterWithoutAFault() {
    Examination.assertPasses(HelloBillingSuite.class, HelloBilling.class, 13);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsEachFault(Fault fault) {
    Examination.assertFinds(HelloBillingSuite.class, fault);
  }
}
