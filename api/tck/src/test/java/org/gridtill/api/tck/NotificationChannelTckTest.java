package org.gridtill.api.tck;

import java.util.stream.Stream;
import org.gridtill.api.tck.broken.BrokenChannel;
import org.gridtill.api.tck.hello.HelloChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suite passes a channel without a fault, and each of its rules finds the one that breaks it.
 */
class NotificationChannelTckTest {

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("delivers", BrokenChannel.Western.class),
        new Fault("survivesBadMessages", BrokenChannel.Trusting.class),
        new Fault("survivesBadMessages", BrokenChannel.Fragile.class),
        new Fault("knowsRepeatedMessages", BrokenChannel.Forgetful.class),
        new Fault("knowsRepeatedMessages", BrokenChannel.ShortOfMemory.class),
        new Fault("isSafeForThreads", BrokenChannel.Mixing.class),
        new Fault("anOutageIsAResult", BrokenChannel.Surprised.class),
        new Fault("anOutageIsAResult", BrokenChannel.Impatient.class),
        new Fault("saysWhetherItKnowsRepeatedMessages", HelloChannel.class)
            .called("gridtill.adapter=hello", "gridtill.vendor=Us"));
  }

  @Test
  void passesAChannelWithoutAFault() {
    Examination.assertPasses(HelloChannelSuite.class, HelloChannel.class, 11);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsEachFault(Fault fault) {
    Examination.assertFinds(HelloChannelSuite.class, fault);
  }
}
