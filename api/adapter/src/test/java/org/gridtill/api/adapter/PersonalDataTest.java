package org.gridtill.api.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.ShiftRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed of objects that know who somebody is: they end up in logs and exceptions. */
class PersonalDataTest {

  private static final ConsumerNo CONSUMER = new ConsumerNo("0100000001");
  private static final String NAME = "Wang Xiaoming";
  private static final String ADDRESS = "1 Mill Lane";
  private static final String PHONE = "13812345678";
  private static final String CARD = "6214830012345678";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  static Stream<Object> objects() {
    BillStatement statement = new BillStatement(CONSUMER, NAME, ADDRESS, List.of());
    BillingConfirmation confirmation = BillingConfirmation.ofBills("SG1", DAY, NAME, List.of());
    Reply.Payment payment =
        new Reply.Payment(
            TransactionKind.BILL_PAYMENT,
            SerialNo.of(1),
            Instant.EPOCH,
            DAY,
            CONSUMER,
            NAME,
            Money.ofFen(100),
            "R1",
            "paid by " + NAME + ", " + ADDRESS,
            null,
            null);
    return Stream.of(
        statement,
        new Reply.Bills(Instant.EPOCH, statement),
        new BillingResult.Confirmed<>(confirmation),
        payment,
        new Reply.Paid(payment),
        new MeterAccount(
            CONSUMER,
            NAME,
            ADDRESS,
            "200000000001",
            false,
            true,
            1,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            true,
            ""),
        new NotificationMessage("E1", PHONE, "Dear " + NAME),
        new ShiftRequest.Open(
            new Origin("T0000001", "A001", "000001", "000001", ""),
            CARD,
            new byte[8],
            new byte[16],
            "89860012345678901238",
            "460001234567890"));
  }

  @ParameterizedTest
  @MethodSource("objects")
  void nobodyIsNamed(Object object) {
    assertThat(object.toString())
        .isNotBlank()
        .doesNotContain(NAME, "Wang", ADDRESS, PHONE, CARD, "8986001234567890", "460001234567890");
  }
}
