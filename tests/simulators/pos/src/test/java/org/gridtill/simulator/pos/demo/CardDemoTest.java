package org.gridtill.simulator.pos.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.simulator.pos.FakePlatform;
import org.gridtill.simulator.pos.FakeUtility;
import org.gridtill.simulator.pos.PosTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CardDemoTest {

  private static final String METER = "000000001002";
  private static final String CONSUMER = "0100000002";

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final FakeUtility utility = new FakeUtility(METER, CONSUMER);
  private FakePlatform platform;
  private PosTerminal terminal;

  @BeforeEach
  void start() throws IOException {
    platform = new FakePlatform();
    terminal =
        PosTerminal.of("T0000001", "A001")
            .at("127.0.0.1", platform.port())
            .masterKey(FakePlatform.MASTER_KEY)
            .build();
    platform.thenSignOn();
    terminal.signOn();
  }

  @AfterEach
  void stop() throws IOException {
    terminal.close();
    platform.close();
  }

  @Test
  void opensAnAccountAndRechargesTheCard() throws IOException {
    platform
        .then(account("001", 0, 0))
        .then(utility.sells(CardType.OPENING, new CardWallet(Money.ofFen(10_000), 1)))
        .thenCode("00")
        .then(account("011", 1, 0))
        .then(utility.sells(CardType.PURCHASE, new CardWallet(Money.ofFen(10_000), 2)))
        .thenCode("00")
        .then(account("011", 2, 0));
    assertThat(run()).isEmpty();
    assertThat(text()).contains("CREDITED, purchase count 2, credit 200.00");
  }

  @Test
  void replacesTheCardOfAnAccountThatIsOpen() throws IOException {
    platform
        .then(account("011", 7, 5000))
        .then(utility.sells(CardType.REPLACEMENT, new CardWallet(Money.ofFen(5000), 7)))
        .thenCode("00")
        .then(account("011", 7, 0))
        .then(utility.sells(CardType.PURCHASE, new CardWallet(Money.ofFen(10_000), 8)))
        .thenCode("00")
        .then(account("011", 8, 10_000));
    assertThat(run()).contains("does not know that the meter took the credit");
    assertThat(text()).contains("CREDITED, purchase count 7").contains("purchase count 8");
  }

  @Test
  void saysWhyItCannotSell() throws IOException {
    platform.then(account("111", 0, 0));
    assertThat(run()).contains("takes no card");
    platform.then(account("001", 0, 0)).thenCode("N4");
    assertThat(run()).contains("to write the card: code N4");
  }

  private String run() throws IOException {
    PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    return new CardDemo(terminal, CONSUMER, out).run();
  }

  private String text() {
    return screen.toString(StandardCharsets.UTF_8);
  }

  private static UnaryOperator<byte[]> account(String flags, int count, int pendingFen) {
    String figures = "%010d%012d%012d%012d%012d".formatted(count, pendingFen, 100, 99_999, 0);
    return frame ->
        FakePlatform.answer(frame, "00")
            .set(56, flags + figures + METER)
            .frame(FakePlatform.keys());
  }
}
