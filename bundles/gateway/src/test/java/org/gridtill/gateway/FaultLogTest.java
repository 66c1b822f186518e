package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FaultLogTest {

  @Test
  void letsOneLineOfAKindThroughAndCountsTheRest() {
    AtomicLong nanos = new AtomicLong();
    LogThrottle throttle = new LogThrottle(Duration.ofNanos(10), nanos::get);

    assertThat(throttle.ask(Fault.IDLE)).hasValue(0);
    assertThat(throttle.ask(Fault.IDLE)).isEmpty();
    assertThat(throttle.ask(Fault.MALFORMED)).hasValue(0);
    nanos.set(9);
    assertThat(throttle.ask(Fault.IDLE)).isEmpty();
    nanos.set(10);
    assertThat(throttle.ask(Fault.IDLE)).hasValue(2);
    nanos.set(20);
    assertThat(throttle.ask(Fault.IDLE)).hasValue(0);
  }

  @Test
  void nothingAPeerSentSpoilsALine() {
    assertThat(FaultLog.printable("a\r\nWARN faked \u001b[31m\u202e"))
        .isEqualTo("a??WARN faked ?[31m?");
    assertThat(FaultLog.printable("x".repeat(300))).hasSize(203).endsWith("...");
    assertThat(FaultLog.printable(null)).isEmpty();
  }
}
