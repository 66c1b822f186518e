package org.gridtill.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionState;

/** Makes transactions of terminal T0000001, of which tests vary what they are about. */
final class Records {

  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  static final SerialNo PAYMENT = new SerialNo("000000000041");
  static final SerialNo REVERSAL = new SerialNo("000000000042");
  static final SerialNo SALE = new SerialNo("000000000043");

  /** A clock that stands, in whose zone days are calendar days. */
  static final PlatformClock CLOCK =
      Fake.of(
          PlatformClock.class,
          Map.of(
              "now",
              arguments -> NOW,
              "zone",
              arguments -> ZoneOffset.UTC,
              "accountingDate",
              arguments -> LocalDate.ofInstant((Instant) arguments[0], ZoneOffset.UTC)));

  private Records() {}

  /** Makes a bill payment that came a minute ago. */
  static TransactionRecord payment(TransactionState state) {
    return record(
        PAYMENT, TransactionKind.BILL_PAYMENT, state, CardState.NONE, MeterState.NONE, null);
  }

  /** Makes a card recharge that came a minute ago and is asked about again in 30 seconds. */
  static TransactionRecord recharge(TransactionState state, CardState card, MeterState meter) {
    return record(SALE, TransactionKind.CARD_RECHARGE, state, card, meter, NOW.plusSeconds(30));
  }

  static TransactionRecord record(
      SerialNo serialNo,
      TransactionKind kind,
      TransactionState state,
      CardState card,
      MeterState meter,
      Instant nextAttemptAt) {
    return new TransactionRecord(
        serialNo,
        kind,
        new Origin("T0000001", "A001", "000001", "000002", kind.writesCard() ? "C7" : ""),
        "pos",
        state,
        card,
        meter,
        kind.takesMoney() ? null : SALE,
        kind.sellsCredit() ? "M-9" : null,
        kind.sellsCredit() ? 8 : null,
        "0100000001",
        "Li Ming",
        Money.ofFen(10_050),
        TODAY,
        NOW.minusSeconds(60),
        state.isSettled() ? NOW.minusSeconds(59) : null,
        "S-77",
        "A001-0000000001",
        state == TransactionState.REVERSED ? REVERSAL : null,
        null,
        2,
        nextAttemptAt);
  }
}
