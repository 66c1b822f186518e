package org.gridtill.simulator.sg186.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gridtill.simulator.sg186.ledger.Calls.CONSUMER;
import static org.gridtill.simulator.sg186.ledger.Calls.DAY;
import static org.gridtill.simulator.sg186.ledger.Calls.POPULATION;
import static org.gridtill.simulator.sg186.ledger.Calls.UTILITY;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.simulator.sg186.TestConsumers;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.contract.types.TransactionState;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.gridtill.simulator.sg186.utility.Population;
import org.gridtill.simulator.sg186.utility.Utility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

  @TempDir private Path directory;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = directory.resolve("state");
  }

  @Test
  void aRestartChangesNothing() throws Exception {
    Call reversed;
    Call late;
    try (StateFile file = open()) {
      Ledger ledger = ledger(file);
      reversed = pay(ledger, "1", 1);
      pay(ledger, "2", 2);
      ledger.execute(Calls.reversal("3", reversed), Optional.empty());
      late = Calls.payment("4", CONSUMER, 1);
      ledger.execute(Calls.reversal("5", late), Optional.empty());
      ledger.execute(Calls.payment("6", CONSUMER, 1), Optional.of(ResultCode.DAY_END));
    }
    try (StateFile file = open()) {
      Ledger ledger = ledger(file);
      assertThat(ledger.standings()).hasSize(5);
      assertThat(ledger.standing("1")).map(Standing::state).contains(TransactionState.REVERSED);
      assertThat(ledger.standing("2")).map(Standing::state).contains(TransactionState.DONE);
      assertThat(ledger.standing("4")).map(Standing::state).contains(TransactionState.BLOCKED);
      assertThat(ledger.standing("6")).map(Standing::state).contains(TransactionState.REFUSED);
      assertThat(ledger.arrears(consumer(1), DAY)).isNotEmpty();
      assertThat(ledger.arrears(consumer(2), DAY)).isEmpty();
      assertThat(ledger.execute(late, Optional.empty()).code())
          .isEqualTo(ResultCode.ALREADY_REVERSED);
      Answer again = ledger.execute(Calls.reversal("3", reversed), Optional.empty());
      assertThat(again.replayed()).isTrue();
      assertThat(again.upstreamSerialNo()).isEqualTo("SG0000000003");
    }
  }

  @Test
  void whatHappenedAtMetersSurvivesARestart() throws Exception {
    Consumer remote = Calls.consumer(TestConsumers.remoteMeter(0));
    Consumer waiting = Calls.consumer(TestConsumers.remoteMeter(1));
    Counter counter;
    String written;
    MeterRecord card;
    MeterRecord taken;
    try (StateFile file = open()) {
      Ledger ledger = ledger(file);
      counter = new Counter(ledger);
      counter.open();
      counter.buy(5_000);
      written = counter.last().serialNo();
      counter.report(written, CardOutcome.WRITTEN);
      sell(ledger, "R1", remote, 6_000);
      ledger.meterAnswer(MeterAnswer.LATER);
      sell(ledger, "R2", waiting, 7_000);
      ledger.closeDay(DAY);
      card = record(ledger, counter.consumer);
      taken = record(ledger, remote);
    }
    try (StateFile file = open()) {
      Ledger ledger = ledger(file);
      assertThat(record(ledger, counter.consumer)).isEqualTo(card);
      assertThat(record(ledger, remote)).isEqualTo(taken);
      assertThat(ledger.cardReport(written)).contains(CardOutcome.WRITTEN);
      Answer again = ledger.execute(counter.last(), Optional.empty());
      assertThat(again.replayed()).isTrue();
      assertThat(again.effect().script().orElseThrow().wallet().amount().fen()).isEqualTo(5_000);
      assertThat(ledger.booking(DAY)).isEqualTo(DAY.plusDays(1));
      assertThat(ledger.answerPending(true)).isEqualTo(1);
      assertThat(record(ledger, waiting).remainingFen()).isEqualTo(7_000);
      sell(ledger, "R3", remote, 8_000);
      assertThat(record(ledger, remote).remainingFen()).isEqualTo(14_000);
      assertThat(ledger.standing("R3").flatMap(Standing::meter)).contains(MeterOutcome.TAKEN);
    }
  }

  @Test
  void aPrepaidBalanceSurvivesARestart() throws Exception {
    Consumer consumer = consumer(1);
    try (StateFile file = open()) {
      Ledger ledger = ledger(file);
      pay(ledger, "1", 1);
      Call call =
          Calls.call(TransactionKind.PREPAYMENT, "2", consumer, 5_000, "", Call.Details.NONE);
      assertThat(ledger.execute(call, Optional.empty()).code()).isEqualTo(ResultCode.DONE);
      ledger.useBalance(consumer.number(), 2_000);
    }
    try (StateFile file = open()) {
      assertThat(ledger(file).balanceFen(consumer.number())).isEqualTo(3_000);
    }
  }

  @Test
  void whereverTheLastLineIsTornTheOthersAreKept() throws Exception {
    byte[] whole = threePayments();
    int lastLine = lastIndexOf(whole, '\n', whole.length - 2) + 1;
    for (int length = lastLine; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      try (StateFile file = open()) {
        assertThat(file.events()).as("cut to %d bytes", length).hasSize(2);
        Ledger ledger = ledger(file);
        pay(ledger, "9", 4);
      }
      try (StateFile file = open()) {
        assertThat(file.events())
            .extracting(event -> ((Entry) event).call().serialNo())
            .containsExactly("1", "2", "9");
      }
    }
  }

  @Test
  void aLastLineOfZerosIsCutOff() throws Exception {
    byte[] whole = threePayments();
    Files.write(path, Arrays.copyOf(whole, whole.length + 40));
    try (StateFile file = open()) {
      assertThat(file.events()).hasSize(3);
    }
  }

  @Test
  void damageBeforeTheLastLineIsRefused() throws Exception {
    byte[] whole = threePayments();
    int secondLine = lastIndexOf(whole, '\n', whole.length / 2);
    whole[secondLine + 5] ^= 1;
    Files.write(path, whole);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(this::open)
        .withMessageContaining("damaged");
  }

  @Test
  void anotherFileIsRefused() throws Exception {
    Files.writeString(path, "one\ntwo\nthree\n");
    assertThatExceptionOfType(IOException.class).isThrownBy(this::open);
    assertThat(path).hasContent("one\ntwo\nthree\n");
  }

  @Test
  void aFileKeepsItsPopulation() throws Exception {
    open().close();
    try (StateFile file = StateFile.open(path, new Population(5, YearMonth.of(2020, 1)))) {
      assertThat(file.population()).isEqualTo(POPULATION);
    }
  }

  @Test
  void clearingKeepsThePopulation() throws Exception {
    try (StateFile file = open()) {
      Ledger ledger = ledger(file);
      pay(ledger, "1", 1);
      ledger.reset();
      pay(ledger, "2", 2);
    }
    try (StateFile file = open()) {
      assertThat(file.events()).hasSize(1);
      assertThat(file.population()).isEqualTo(POPULATION);
    }
  }

  @Test
  void onlyOneMayUseAFile() throws Exception {
    try (StateFile file = open()) {
      assertThat(file.events()).isEmpty();
      assertThatExceptionOfType(OverlappingFileLockException.class).isThrownBy(this::open);
    }
  }

  private StateFile open() throws IOException {
    return StateFile.open(path, POPULATION);
  }

  private byte[] threePayments() throws Exception {
    try (StateFile file = open()) {
      Ledger ledger = ledger(file);
      pay(ledger, "1", 1);
      pay(ledger, "2", 2);
      pay(ledger, "3", 3);
    }
    String text = Files.readString(path, UTF_8);
    assertThat(text.lines()).hasSize(4);
    return text.getBytes(UTF_8);
  }

  private static void sell(Ledger ledger, String serialNo, Consumer consumer, long fen)
      throws Exception {
    Call call =
        Calls.call(TransactionKind.REMOTE_RECHARGE, serialNo, consumer, fen, "", Call.Details.NONE);
    assertThat(ledger.execute(call, Optional.empty()).code()).isEqualTo(ResultCode.DONE);
  }

  private static MeterRecord record(Ledger ledger, Consumer consumer) {
    return ledger.meter(consumer, Optional.empty(), DAY).record();
  }

  private static Ledger ledger(StateFile file) {
    return new Ledger(UTILITY, file, file.events());
  }

  private static Call pay(Ledger ledger, String serialNo, int index) throws Exception {
    Consumer consumer = consumer(index);
    Call call = Calls.payment(serialNo, consumer, Calls.due(ledger, consumer));
    assertThat(ledger.execute(call, Optional.empty()).code()).isEqualTo(ResultCode.DONE);
    return call;
  }

  private static Consumer consumer(int index) {
    return UTILITY.consumer(Utility.number(index)).orElseThrow();
  }

  private static int lastIndexOf(byte[] bytes, char wanted, int from) {
    int index = from;
    while (bytes[index] != wanted) {
      index--;
    }
    return index;
  }
}
