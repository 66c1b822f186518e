package org.gridtill.adapter.pos;

import java.time.LocalDate;
import java.util.List;
import org.gridtill.adapter.pos.Scenario.Example;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.CardWriteStep;
import org.gridtill.api.adapter.card.CardWriteStep.Target;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Original;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;

/** What the documented examples about meters and their cards mean to the platform. */
final class CardScenario {

  private static final String METER = "000000001002";
  private static final ConsumerNo CONSUMER = new ConsumerNo("0100000002");
  private static final String CONSUMER_12 = "000100000002";
  private static final Money PURCHASE = Money.parse("100.00");
  private static final String TARIFFS = "14B414B41ED21ED20C350C3514B414B4";
  private static final String NO_RETURN_FILE = "00".repeat(49);
  private static final SerialNo SALE = SerialNo.of(4717);
  private static final Original BY_KEY = new Original.ByKey("000001", "000114");

  /** Purchase 7 of 50 yuan is in the meter, which has written back. */
  private static final CardReading INSERTED =
      new CardReading(
          Cards.SERIAL,
          Cards.CHALLENGE,
          Cards.parameterFile(METER, CONSUMER_12, 2),
          Cards.wallet("50.00", 7),
          Cards.returnFile(METER, CONSUMER_12, 6120, 7));

  private static final CardReading WITH_SALE =
      new CardReading(
          Cards.SERIAL,
          "B0B1B2B3B4B5B6B7",
          Cards.parameterFile(METER, CONSUMER_12, 2),
          Cards.wallet("100.00", 8),
          "");

  private static final CardWrite WRITE = write(2, Cards.wallet("100.00", 8), "1A2B3C4D5E6F7081");

  static final List<Example> EXAMPLES =
      List.of(
          new Example(
              "meter-query",
              new Request.QueryMeter(origin("000113"), CONSUMER, INSERTED),
              new Reply.MeterFound(Scenario.TIME, account())),
          new Example(
              "recharge",
              new CardRequest.Recharge(origin("000114"), CONSUMER, PURCHASE, INSERTED),
              new Reply.Paid(sale(TransactionKind.CARD_RECHARGE, SALE, WRITE))),
          new Example(
              "report",
              new CardRequest.Report(origin("000115"), BY_KEY, CardOutcome.WRITTEN, WITH_SALE),
              new Reply.CardReported(Scenario.TIME, SALE)),
          new Example(
              "recharge-refused",
              new CardRequest.Recharge(origin("000116"), CONSUMER, PURCHASE, WITH_SALE),
              new Reply.Refused(
                  Scenario.TIME,
                  Refusal.CARD_NOT_INSERTED,
                  "Purchase 8 is still on the card; insert it in the meter first.")),
          new Example(
              "card-last",
              new Request.QueryTransaction(origin("000117"), "000001", "000114"),
              new Reply.TransactionFound(
                  Scenario.TIME,
                  Reply.TransactionFound.Status.COMPLETED,
                  sale(TransactionKind.CARD_RECHARGE, SALE, WRITE))),
          new Example(
              "rewrite",
              new CardRequest.Rewrite(origin("000118"), new Original.BySerial(SALE), WITH_SALE),
              new Reply.Paid(
                  moneyless(
                      TransactionKind.CARD_REWRITE,
                      4718,
                      write(2, Cards.wallet("100.00", 8), "8192A3B4C5D6E7F8")))),
          new Example(
              "reverse-not-cleared",
              reversal("000119", Request.Cause.COLLECTOR, null),
              new Reply.Refused(
                  Scenario.TIME, Refusal.CARD_NOT_CLEARED, "Take the sale off the card first.")),
          new Example(
              "clear",
              new CardRequest.Clear(origin("000120"), BY_KEY, WITH_SALE),
              new Reply.Paid(moneyless(TransactionKind.CARD_CLEARING, 4719, clearing()))),
          new Example(
              "clear-report",
              new CardRequest.Report(
                  origin("000121"),
                  new Original.ByKey("000001", "000120"),
                  CardOutcome.CLEARED,
                  null),
              new Reply.CardReported(Scenario.TIME, SALE)),
          new Example(
              "card-void",
              reversal("000122", Request.Cause.COLLECTOR, null),
              new Reply.Reversed(Scenario.TIME, SerialNo.of(4720))),
          new Example(
              "card-reverse",
              reversal("000123", Request.Cause.NO_ANSWER, CardOutcome.NOT_WRITTEN),
              new Reply.Reversed(Scenario.TIME, SerialNo.of(4721))),
          new Example(
              "open",
              new CardRequest.Open(origin("000124"), CONSUMER, PURCHASE, Cards.blank()),
              new Reply.Paid(
                  sale(
                      TransactionKind.CARD_OPENING,
                      SerialNo.of(4722),
                      write(1, Cards.wallet("100.00", 1), "0F1E2D3C4B5A6978")))),
          new Example(
              "replace",
              new CardRequest.Replace(origin("000125"), CONSUMER, Cards.blank()),
              new Reply.Paid(
                  moneyless(
                      TransactionKind.CARD_REPLACEMENT,
                      4723,
                      write(3, Cards.wallet("100.00", 8), "8796A5B4C3D2E1F0")))),
          new Example(
              "remote",
              new Request.RechargeRemotely(origin("000126"), CONSUMER, PURCHASE),
              new Reply.Paid(remote())));

  private CardScenario() {}

  private static Origin origin(String traceNo) {
    return Scenario.origin(traceNo, "C0017");
  }

  private static Request.Reverse reversal(String traceNo, Request.Cause cause, CardOutcome card) {
    return new Request.Reverse(origin(traceNo), "000001", "000114", PURCHASE, cause, card);
  }

  private static MeterAccount account() {
    return new MeterAccount(
        CONSUMER,
        "李四",
        "滨河路14号",
        METER,
        false,
        true,
        7,
        Money.ZERO,
        Money.parse("1.00"),
        Money.parse("938.80"),
        Money.ZERO,
        true,
        "");
  }

  /** The cryptograms are made up: only the card and the utility can compute them. */
  private static CardWrite write(int type, CardWallet wallet, String cryptogram) {
    return new CardWrite(
        METER,
        wallet,
        List.of(
            new CardWriteStep(Target.EXTERNAL_AUTHENTICATION, cryptogram, ""),
            new CardWriteStep(
                Target.PARAMETER_FILE, Cards.parameterFile(METER, CONSUMER_12, type), "C1000001"),
            new CardWriteStep(Target.TARIFF_BACKUP, TARIFFS, "C1000002"),
            new CardWriteStep(Target.RETURN_FILE, NO_RETURN_FILE, "C1000003"),
            walletStep(wallet, "C1000004")));
  }

  private static CardWrite clearing() {
    CardWallet before = Cards.wallet("50.00", 7);
    return new CardWrite(
        METER,
        before,
        List.of(
            new CardWriteStep(Target.EXTERNAL_AUTHENTICATION, "F8E7D6C5B4A39281", ""),
            walletStep(before, "C2000001")));
  }

  private static CardWriteStep walletStep(CardWallet wallet, String mac) {
    String data = "%08X%08X".formatted(wallet.amount().fen(), wallet.purchaseCount());
    return new CardWriteStep(Target.WALLET, data, mac);
  }

  private static Reply.Payment sale(TransactionKind kind, SerialNo serialNo, CardWrite card) {
    return payment(kind, serialNo, PURCHASE, "A001-0000000043", "METER CREDIT 100.00", card, null);
  }

  private static Reply.Payment moneyless(TransactionKind kind, long serialNo, CardWrite card) {
    return payment(kind, SerialNo.of(serialNo), Money.ZERO, "", "", card, null);
  }

  private static Reply.Payment remote() {
    return payment(
        TransactionKind.REMOTE_RECHARGE,
        SerialNo.of(4724),
        PURCHASE,
        "A001-0000000045",
        "METER CREDIT 100.00\nThe meter has not confirmed yet.",
        null,
        MeterOutcome.PENDING);
  }

  private static Reply.Payment payment(
      TransactionKind kind,
      SerialNo serialNo,
      Money amount,
      String receiptNo,
      String text,
      CardWrite card,
      MeterOutcome meter) {
    return new Reply.Payment(
        kind,
        serialNo,
        Scenario.TIME,
        LocalDate.of(2026, 11, 24),
        CONSUMER,
        "李四",
        amount,
        receiptNo,
        text,
        card,
        meter);
  }
}
