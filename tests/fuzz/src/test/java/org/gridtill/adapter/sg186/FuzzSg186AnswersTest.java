package org.gridtill.adapter.sg186;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Confirmed;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers of SG186, over HTTP, as the whole client reads them. Whatever comes is a result and never
 * an exception; what is confirmed is what was asked for; and nothing that an answer names is
 * fetched: neither the file with a secret (in an input {@code @FILE@}) nor anything from the server
 * that counts its visitors ({@code @HTTP@}).
 */
class FuzzSg186AnswersTest {

  private static final String SECRET = "canary-7f3a9c";
  private static final ConsumerNo CONSUMER = new ConsumerNo("1");
  private static final Money AMOUNT = Money.parse("10.00");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final BillingHeader HEADER =
      new BillingHeader(
          SerialNo.of(1), "A001", "T0000001", "pos", Instant.parse("2026-11-24T02:03:04Z"), DAY);
  private static final CardReading BLANK =
      new CardReading("00000000000000A1", "0102030405060708", "", CardWallet.EMPTY, "");

  private Path secret;
  private CannedServer sg186;
  private CannedServer canary;
  private Sg186BillingSystem billing;

  @BeforeEach
  void start() throws IOException {
    secret = Files.createTempFile("canary", ".txt");
    Files.writeString(secret, SECRET);
    sg186 = new CannedServer();
    canary = new CannedServer();
    canary.answer(SECRET.getBytes(UTF_8));
    billing = new Sg186BillingSystem(new Settings(sg186.url().toString()));
  }

  @AfterEach
  void stop() throws IOException {
    billing.deactivate();
    sg186.close();
    canary.close();
    Files.deleteIfExists(secret);
  }

  /** Elements in elements. */
  static Stream<byte[]> deepAnswers() {
    String deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);
    return Stream.of(deep.getBytes(UTF_8), deep.replace("a>", "soap:Body>").getBytes(UTF_8));
  }

  @MethodSource("deepAnswers")
  @FuzzTest
  void answer(byte[] data) throws Exception {
    if (data == null) {
      return;
    }
    String text =
        Inputs.text(data)
            .replace("@FILE@", secret.toUri().toString())
            .replace("@HTTP@", canary.url().toString());
    sg186.answer(text.getBytes(UTF_8));
    BillingResult<?> result = Effort.bounded(text.length(), () -> ask(text));
    assertThat(result).isNotNull();
    assertThat(words(result)).as("the file was not read").doesNotContain(SECRET);
    assertThat(canary.visits()).as("visits of the canary").isZero();
    if (result instanceof Confirmed<?> confirmed) {
      requireAsked(confirmed.value());
    }
  }

  /** Asks what the answer is an answer to, so that a seed of each kind leads somewhere. */
  private BillingResult<?> ask(String text) {
    if (text.contains("queryBillResponse")) {
      return billing.queryBills(HEADER, CONSUMER);
    }
    if (text.contains("queryMeterResponse")) {
      return billing.queryMeter(HEADER, CONSUMER, null);
    }
    if (text.contains("queryTransactionResponse")) {
      return billing.inquire(HEADER);
    }
    Purpose purpose = new Purpose.Bills(List.of());
    if (text.contains("purchaseCardCreditResponse")) {
      purpose = new Purpose.CardOpening(BLANK);
    } else if (text.contains("submitRemoteRechargeResponse")) {
      purpose = new Purpose.RemoteRecharge();
    }
    return billing.execute(new BillingOrder(HEADER, CONSUMER, AMOUNT, purpose));
  }

  /** Returns all text of a result, also that which it does not print. */
  private static String words(BillingResult<?> result) {
    String words = result.toString();
    if (result instanceof Confirmed<?> confirmed) {
      if (confirmed.value() instanceof BillingConfirmation confirmation) {
        words += confirmation.consumerName();
      } else if (confirmed.value() instanceof BillStatement statement) {
        words += statement.name() + statement.address();
      } else if (confirmed.value() instanceof MeterAccount account) {
        words += account.name() + account.address() + account.obstacle();
      }
    }
    return words;
  }

  private static void requireAsked(Object value) {
    if (value instanceof BillingConfirmation confirmation) {
      assertThat(confirmation.total().isPositive()).isTrue();
      assertThat(confirmation.accountingDate()).isNotNull();
    } else if (value instanceof BillStatement statement) {
      assertThat(statement.consumer()).isEqualTo(CONSUMER);
    }
  }

  /** Settings as Declarative Services hands them over. */
  private record Settings(String url) implements Sg186Configuration {

    @Override
    public int connectTimeoutMillis() {
      return 2_000;
    }

    @Override
    public int receiveTimeoutMillis() {
      return 10_000;
    }

    @Override
    public int maxConnections() {
      return 4;
    }

    @Override
    public Class<? extends java.lang.annotation.Annotation> annotationType() {
      return Sg186Configuration.class;
    }
  }
}
