package org.gridtill.adapter.sg186;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Confirmed;
import org.gridtill.api.adapter.billing.BillingResult.Unknown;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of answers about cards and meters that are not fit for what was asked. */
@Timeout(60)
class BadCardAnswersTest {

  private static final ConsumerNo CONSUMER = new ConsumerNo("1");
  private static final Money AMOUNT = Money.parse("10.00");
  private static final CardReading BLANK =
      new CardReading("00000000000000A1", "0102030405060708", "", CardWallet.EMPTY, "");
  private static final Purpose OPENING = new Purpose.CardOpening(BLANK);

  @Test
  void theGoodAnswersOfTheseTestsAreConfirmed() throws IOException {
    assertThat(sell(answer -> answer)).isInstanceOf(Confirmed.class);
    assertThat(recharge(answer -> answer)).isInstanceOf(Confirmed.class);
    assertThat(query(answer -> answer)).isInstanceOf(Confirmed.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "no card                   | <cardWrite>.*</cardWrite> | ''",
        "no commands               | <step>.*</step> | ''",
        "no wallet command         | WALLET | RETURN_FILE",
        "two wallet commands       | EXTERNAL_AUTHENTICATION | WALLET",
        "another amount written    | >000003E800000001< | >000003E900000001<",
        "another count written     | >000003E800000001< | >000003E800000002<",
        "another amount announced  | <walletAmount>10.00 | <walletAmount>10.01",
        "another wallet throughout | <walletAmount>10.00(.*)>000003E8 | <walletAmount>10.01$1>000003E9",
        "another amount sold       | <purchased>10.00 | <purchased>9.00",
        "nothing sold              | <purchased>10.00</purchased> | ''",
        "prepaid instead           | purchased> | prepaid>",
        "a command of no contract  | EXTERNAL_AUTHENTICATION | FORMAT",
        "a command without data    | <data>0102</data> | ''",
        "half a byte               | <data>0102< | <data>012<",
        "a code too short          | <mac>01020304< | <mac>010203<",
        "no count                  | <purchaseCount>1</purchaseCount> | ''",
        "a count that is none      | <purchaseCount>1< | <purchaseCount>one<",
        "a negative count          | <purchaseCount>1< | <purchaseCount>-1<",
        "a count too large         | <purchaseCount>1< | <purchaseCount>4294967297<",
        "no meter number           | <meterNo>200000000001</meterNo> | ''",
        "a meter number of markup  | <meterNo>200000000001< | <meterNo>no. 1<",
        "a meter that answers      | </cardWrite> | </cardWrite><meterOutcome>TAKEN</meterOutcome>"
      })
  void aBadAnswerToASaleIsUnknown(String name, String regex, String replacement)
      throws IOException {
    assertThat(sell(changed(regex, replacement))).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "no meter        | <meterOutcome>TAKEN</meterOutcome> | ''",
        "no such outcome | >TAKEN< | >MAYBE<",
        "a card          | <purchased> | <cardWrite><meterNo>1</meterNo></cardWrite><purchased>",
        "nothing sold    | <purchased>10.00</purchased> | ''"
      })
  void aBadAnswerToARemoteRechargeIsUnknown(String name, String regex, String replacement)
      throws IOException {
    assertThat(recharge(changed(regex, replacement))).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "no account          | <m:account>.*</m:account> | ''",
        "another consumer    | <consumerNo>1< | <consumerNo>2<",
        "no meter number     | <meterNo>200000000001</meterNo> | ''",
        "no kind             | <meterKind>CARD</meterKind> | ''",
        "another kind        | >CARD< | >GAS<",
        "no state            | <meterState>OPEN</meterState> | ''",
        "no count            | <purchaseCount>3</purchaseCount> | ''",
        "no pending amount   | <pendingAmount>0.00</pendingAmount> | ''",
        "a negative maximum  | <maxPurchase>90.00 | <maxPurchase>-90.00",
        "no arrears          | <arrears>0.00</arrears> | ''",
        "no word on buying   | <obstacle>1001</obstacle> | ''",
        "a code that is none | <obstacle>1001 | <obstacle>4711"
      })
  void aBadAnswerToAMeterQueryIsUnknown(String name, String regex, String replacement)
      throws IOException {
    assertThat(query(changed(regex, replacement))).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"CARD_RECHARGE", "PREPAYMENT", "REVERSAL", "MEETING"})
  void anInquiryAnsweredWithAnotherKindIsUnknown(String kind) throws IOException {
    BillingOrder order = Calls.payment(CONSUMER, AMOUNT);
    BillingResult<?> result =
        with(
            request ->
                Envelopes.inquiry(Envelopes.serialOf(request))
                    .replace(">PAYMENT<", ">" + kind + "<"),
            billing -> billing.inquire(order.header()));
    assertThat(result).isInstanceOf(Unknown.class);
  }

  @Test
  void theGoodAnswerToAnInquiryIsConfirmed() throws IOException {
    BillingOrder order = Calls.payment(CONSUMER, AMOUNT);
    assertThat(
            with(
                request -> Envelopes.inquiry(Envelopes.serialOf(request)),
                billing -> billing.inquire(order.header())))
        .isInstanceOf(Confirmed.class);
  }

  private static BillingResult<?> sell(UnaryOperator<String> change) throws IOException {
    return with(
        request -> change.apply(Envelopes.cardSale(Envelopes.serialOf(request))),
        billing -> billing.execute(Calls.order(CONSUMER, AMOUNT, OPENING)));
  }

  private static BillingResult<?> recharge(UnaryOperator<String> change) throws IOException {
    return with(
        request -> change.apply(Envelopes.remoteRecharge(Envelopes.serialOf(request))),
        billing -> billing.execute(Calls.order(CONSUMER, AMOUNT, new Purpose.RemoteRecharge())));
  }

  private static BillingResult<?> query(UnaryOperator<String> change) throws IOException {
    return with(
        request -> change.apply(Envelopes.meter(Envelopes.serialOf(request))),
        billing -> billing.queryMeter(Calls.header(), CONSUMER, null));
  }

  private static UnaryOperator<String> changed(String regex, String replacement) {
    return good -> {
      String changed = good.replaceAll("(?s)" + regex, replacement);
      assertThat(changed).as("a changed answer").isNotEqualTo(good);
      return changed;
    };
  }

  private static BillingResult<?> with(UnaryOperator<String> answer, Call call) throws IOException {
    RawPeer.Behavior behavior =
        (request, socket, me) ->
            socket
                .getOutputStream()
                .write(
                    RawPeer.http(200, "text/xml; charset=UTF-8", answer.apply(request))
                        .getBytes(UTF_8));
    try (RawPeer peer = new RawPeer(behavior)) {
      Sg186BillingSystem billing = new Sg186BillingSystem(TestConfiguration.of(peer.url()));
      BillingResult<?> result = call.make(billing);
      assertThat(peer.requests()).hasSize(1);
      billing.deactivate();
      return result;
    }
  }

  private interface Call {
    BillingResult<?> make(Sg186BillingSystem billing);
  }
}
