package org.gridtill.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LoadTest {

  @Test
  void countsOnlyWhatCameOff() throws Exception {
    Options options = options("--warm-up 1 --seconds 1");
    AtomicInteger turn = new AtomicInteger();
    Load.Worker worker = () -> turn.incrementAndGet() % 2 == 0 ? Kind.BILL_PAYMENT : null;
    Result result = new Load(options).run(List.of(worker), () -> {}, () -> {});
    assertThat(result.samples()).containsOnlyKeys(Kind.BILL_PAYMENT);
    assertThat(result.count()).isPositive().isLessThan(turn.get() / 2);
  }

  @Test
  @Timeout(60)
  void endsEarlyWhenOneFails() {
    Options options = options("--warm-up 100 --seconds 100");
    List<Load.Worker> workers = new ArrayList<>(List.of(() -> Kind.BILL_QUERY));
    workers.add(
        () -> {
          throw new IllegalStateException("refused");
        });
    assertThatThrownBy(() -> new Load(options).run(workers, () -> {}, () -> {}))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("refused");
  }

  private static Options options(String arguments) {
    return Options.parse(arguments.split(" "));
  }
}
