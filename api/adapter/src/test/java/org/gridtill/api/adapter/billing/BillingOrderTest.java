package org.gridtill.api.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BillingOrderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final CardReading BLANK =
      new CardReading("00000000000000A1", "0102030405060708", "", CardWallet.EMPTY, "");

  @ParameterizedTest
  @MethodSource("purposes")
  void moneyIsTakenByTheKindsThatTakeItAndByNoOther(Purpose purpose) {
    boolean takes = purpose.kind().takesMoney();
    assertThat(order(takes ? 1 : 0, purpose).purpose()).isEqualTo(purpose);
    assertThatIllegalArgumentException().isThrownBy(() -> order(takes ? 0 : 1, purpose));
    assertThatIllegalArgumentException().isThrownBy(() -> order(-1, purpose));
  }

  @Test
  void everyKindHasItsPurpose() {
    assertThat(purposes().map(Purpose::kind)).containsExactlyInAnyOrder(TransactionKind.values());
  }

  @Test
  void thePartsOfAConfirmationAddUp() {
    Receivable bill =
        new Receivable("R1", YearMonth.of(2026, 10), Money.ofFen(900), Money.ofFen(100));
    BillingConfirmation confirmation =
        new BillingConfirmation(
            "SG1",
            DAY,
            "Wang",
            List.of(bill, bill),
            Money.ofFen(30),
            Money.ofFen(7),
            null,
            MeterOutcome.PENDING);
    assertThat(confirmation.energyCharge()).isEqualTo(Money.ofFen(1_800));
    assertThat(confirmation.latePenalty()).isEqualTo(Money.ofFen(200));
    assertThat(confirmation.total()).isEqualTo(Money.ofFen(2_037));
    assertThat(BillingConfirmation.ofBills("SG1", DAY, "Wang", List.of(bill)).total())
        .isEqualTo(bill.total());
  }

  static Stream<Purpose> purposes() {
    SerialNo sale = SerialNo.of(1);
    return Stream.of(
        new Purpose.Bills(List.of()),
        new Purpose.Prepayment(),
        new Purpose.CardOpening(BLANK),
        new Purpose.CardRecharge(BLANK),
        new Purpose.RemoteRecharge(),
        new Purpose.CardReplacement(BLANK),
        new Purpose.CardRewrite(sale, BLANK),
        new Purpose.CardClearing(sale, BLANK));
  }

  private static BillingOrder order(long fen, Purpose purpose) {
    BillingHeader header =
        new BillingHeader(SerialNo.of(1), "A001", "T1", "pos", Instant.EPOCH, DAY);
    return new BillingOrder(header, new ConsumerNo("1"), Money.ofFen(fen), purpose);
  }
}
