package org.gridtill.api.tck.hello;

import java.io.IOException;
import java.net.ConnectException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.example.outside.Utility;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Confirmed;
import org.gridtill.api.adapter.billing.BillingResult.Declined;
import org.gridtill.api.adapter.billing.BillingResult.NotFound;
import org.gridtill.api.adapter.billing.BillingResult.Unknown;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.billing.CardReport;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.billing.Receivable;
import org.gridtill.api.adapter.billing.ReversalOrder;
import org.gridtill.api.adapter.card.CardReading;

/** An adapter without a fault, to a {@link Utility}, which knows bills and no meters. */
public class HelloBilling implements BillingSystem {

  /** How the text of an Unknown begins whose answer did not come. */
  protected static final String LOST = "lost";

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private volatile String utility = "";

  /** Connects it, as Declarative Services does. */
  public void activate(Map<String, Object> settings) {
    utility = String.valueOf(settings.get("utility"));
  }

  @Override
  public BillingResult<BillStatement> queryBills(BillingHeader header, ConsumerNo consumer) {
    return ask(
        "BILLS " + consumer.value(),
        words ->
            words[0].equals("OWES")
                ? new Confirmed<>(
                    new BillStatement(consumer, "", "", bill(Long.parseLong(words[1]))))
                : unclear(words[0]));
  }

  /** Returns a bill of that many fen. */
  protected List<Receivable> bill(long fen) {
    return List.of(new Receivable("R1", YearMonth.from(DAY), Money.ofFen(fen), Money.ZERO));
  }

  @Override
  public BillingResult<MeterAccount> queryMeter(
      BillingHeader header, ConsumerNo consumer, CardReading card) {
    return new Declined<>(DeclineReason.OTHER, "", "no meters");
  }

  @Override
  public BillingResult<BillingConfirmation> execute(BillingOrder order) {
    return pay(order.header().serialNo(), order);
  }

  /** Pays under that serial number. */
  protected BillingResult<BillingConfirmation> pay(SerialNo serial, BillingOrder order) {
    return ask(
        "PAY " + serial.value() + ' ' + order.consumer().value() + ' ' + order.amount().fen(),
        this::payment);
  }

  @Override
  public BillingResult<BillingConfirmation> inquire(BillingHeader header) {
    return ask("FIND " + header.serialNo().value(), this::payment);
  }

  private BillingResult<BillingConfirmation> payment(String[] words) {
    return switch (words[0]) {
      case "DONE" ->
          new Confirmed<>(
              BillingConfirmation.ofBills(words[1], DAY, "", bill(Long.parseLong(words[2]))));
      case "NONE" -> new NotFound<>();
      case "BLOCKED" -> new Declined<>(DeclineReason.ALREADY_REVERSED, "", "blocked");
      default -> unclear(words[0]);
    };
  }

  @Override
  public BillingResult<SerialNo> reportCard(CardReport report) {
    return new Declined<>(DeclineReason.OTHER, "", "no cards");
  }

  @Override
  public BillingResult<ReversalConfirmation> reverse(ReversalOrder order) {
    SerialNo original = order.originalSerial();
    return ask(
        "UNDO " + order.header().serialNo().value() + ' ' + original.value(),
        words ->
            switch (words[0]) {
              case "UNDONE" -> new Confirmed<>(new ReversalConfirmation(words[1], original));
              case "NONE" -> new NotFound<>();
              case "BLOCKED" -> new Declined<>(DeclineReason.ALREADY_REVERSED, "", "blocked");
              default -> unclear(words[0]);
            });
  }

  private static <T> BillingResult<T> unclear(String answer) {
    return new Unknown<>("unclear: " + answer);
  }

  private <T> BillingResult<T> ask(String request, Reader<T> reader) {
    try {
      return reader.read(Utility.ask(utility, request).split(" "));
    } catch (ConnectException e) {
      return new Declined<>(DeclineReason.UNREACHABLE, "", e.getMessage());
    } catch (IOException e) {
      return new Unknown<>(LOST + ": " + e.getMessage());
    }
  }

  /** Understands an answer. */
  private interface Reader<T> {
    BillingResult<T> read(String[] words);
  }
}
