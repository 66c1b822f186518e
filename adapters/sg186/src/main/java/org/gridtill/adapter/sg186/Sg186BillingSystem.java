package org.gridtill.adapter.sg186;

import org.gridtill.adapter.sg186.contract.ConfirmCardWriteResponse;
import org.gridtill.adapter.sg186.contract.QueryBillResponse;
import org.gridtill.adapter.sg186.contract.QueryMeterResponse;
import org.gridtill.adapter.sg186.contract.QueryTransactionResponse;
import org.gridtill.adapter.sg186.contract.ReversePaymentResponse;
import org.gridtill.adapter.sg186.contract.types.ResponseHeader;
import org.gridtill.adapter.sg186.contract.types.ResultCode;
import org.gridtill.adapter.sg186.contract.types.Reversal;
import org.gridtill.adapter.sg186.contract.types.Transaction;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.GridTillAdapter;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Confirmed;
import org.gridtill.api.adapter.billing.BillingResult.Declined;
import org.gridtill.api.adapter.billing.BillingResult.NotFound;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.billing.CardReport;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.billing.ReversalOrder;
import org.gridtill.api.adapter.card.CardReading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/**
 * SG186 as the platform's billing system.
 *
 * <p>It never guesses. A result other than {@code Unknown} rests on an answer that is whole, is to
 * this very call and adds up; or on the proof that nothing was sent.
 */
@Component(
    service = BillingSystem.class,
    configurationPid = Sg186Configuration.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Sg186Configuration.class)
@GridTillAdapter(adapter = "sg186", vendor = "GridTill")
public final class Sg186BillingSystem implements BillingSystem {

  private final SoapClient client;
  private final Orders orders;

  /**
   * Makes the client; it connects with the first call.
   *
   * @throws IllegalArgumentException if the configuration is wrong; names PID and key
   */
  @Activate
  public Sg186BillingSystem(Sg186Configuration configuration) {
    client = new SoapClient(Sg186Settings.check(configuration));
    orders = new Orders(client.port());
  }

  @Deactivate
  void deactivate() {
    client.close();
  }

  @Override
  public BillingResult<BillStatement> queryBills(BillingHeader header, ConsumerNo consumer) {
    return Outcome.of(
        header,
        () -> {
          QueryBillResponse answer = client.port().queryBill(Requests.queryBill(header, consumer));
          ResponseHeader answered = Answers.header(answer.getHeader(), header);
          return answered.getResultCode() == ResultCode.DONE
              ? new Confirmed<>(Answers.statement(answer.getStatement(), consumer))
              : Outcome.refusal(answered, ResultCodes.reason(answered.getResultCode()));
        });
  }

  @Override
  public BillingResult<MeterAccount> queryMeter(
      BillingHeader header, ConsumerNo consumer, CardReading card) {
    return Outcome.of(
        header,
        () -> {
          QueryMeterResponse answer =
              client.port().queryMeter(Requests.queryMeter(header, consumer, card));
          ResponseHeader answered = Answers.header(answer.getHeader(), header);
          return answered.getResultCode() == ResultCode.DONE
              ? new Confirmed<>(Answers.meterAccount(answer.getAccount(), consumer))
              : Outcome.refusal(answered, ResultCodes.reason(answered.getResultCode()));
        });
  }

  @Override
  public BillingResult<BillingConfirmation> execute(BillingOrder order) {
    return Outcome.of(
        order.header(),
        () -> {
          Orders.Answer answer = orders.send(order);
          ResponseHeader answered = Answers.booked(answer.header(), order.header());
          ResultCode code = answered.getResultCode();
          if (code != ResultCode.DONE) {
            return Outcome.refusal(answered, ResultCodes.reason(code, order.purpose().kind()));
          }
          return new Confirmed<>(
              Payments.confirmation(
                  answer.payment(),
                  answered.getUpstreamSerialNo(),
                  answered.getAccountingDate(),
                  order));
        });
  }

  @Override
  public BillingResult<BillingConfirmation> inquire(BillingHeader header) {
    BillingResult<BillingConfirmation> result =
        Outcome.of(
            header,
            () -> {
              QueryTransactionResponse answer =
                  client.port().queryTransaction(Requests.queryTransaction(header));
              ResponseHeader answered = Answers.header(answer.getHeader(), header);
              return switch (answered.getResultCode()) {
                case DONE -> standing(answer.getTransaction(), header);
                case NO_SUCH_TRANSACTION -> new NotFound<>();
                default -> Outcome.unclear(answered);
              };
            });
    return Outcome.aboutOriginal(result);
  }

  @Override
  public BillingResult<SerialNo> reportCard(CardReport report) {
    BillingResult<SerialNo> result =
        Outcome.of(
            report.header(),
            () -> {
              ConfirmCardWriteResponse answer =
                  client.port().confirmCardWrite(Requests.confirmCardWrite(report));
              ResponseHeader answered = Answers.header(answer.getHeader(), report.header());
              ResultCode code = answered.getResultCode();
              return switch (code) {
                case DONE -> new Confirmed<>(report.sale());
                case NO_SUCH_TRANSACTION -> new NotFound<>();
                default ->
                    ResultCodes.refusesReport(code)
                        ? Outcome.refusal(answered, ResultCodes.reason(code))
                        : Outcome.unclear(answered);
              };
            });
    return Outcome.aboutOriginal(result);
  }

  @Override
  public BillingResult<ReversalConfirmation> reverse(ReversalOrder order) {
    BillingResult<ReversalConfirmation> result =
        Outcome.of(
            order.header(),
            () -> {
              ReversePaymentResponse answer =
                  client.port().reversePayment(Requests.reversePayment(order));
              ResponseHeader answered = Answers.booked(answer.getHeader(), order.header());
              ResultCode code = answered.getResultCode();
              return switch (code) {
                case DONE -> reversed(answer.getReversal(), answered, order);
                case NOTHING_TO_REVERSE -> new NotFound<>();
                default ->
                    ResultCodes.refusesReversal(code)
                        ? Outcome.refusal(answered, ResultCodes.reason(code))
                        : Outcome.unclear(answered);
              };
            });
    return Outcome.aboutOriginal(result);
  }

  private static BillingResult<BillingConfirmation> standing(
      Transaction transaction, BillingHeader header) throws UnclearAnswerException {
    Answers.present(transaction, "transaction");
    if (!header.serialNo().value().equals(transaction.getSerialNo())) {
      throw new UnclearAnswerException("the answer is about another transaction");
    }
    ResultCode code = Answers.present(transaction.getResultCode(), "resultCode");
    TransactionKind kind = Kinds.of(transaction.getKind());
    return switch (Answers.present(transaction.getState(), "state")) {
      case DONE ->
          new Confirmed<>(
              Payments.confirmation(
                  transaction.getPayment(),
                  transaction.getUpstreamSerialNo(),
                  transaction.getAccountingDate(),
                  kind));
      case REFUSED ->
          new Declined<>(
              reasonForGood(ResultCodes.reason(code, kind)),
              code.value(),
              Answers.text(transaction.getResultText()));
      case REVERSED, BLOCKED ->
          new Declined<>(
              DeclineReason.ALREADY_REVERSED, code.value(), transaction.getState().value());
    };
  }

  /** One that came while it was closed stays refused when it is open again. */
  private static DeclineReason reasonForGood(DeclineReason reason) {
    return reason == DeclineReason.TEMPORARILY_CLOSED ? DeclineReason.OTHER : reason;
  }

  private static BillingResult<ReversalConfirmation> reversed(
      Reversal reversal, ResponseHeader answered, ReversalOrder order)
      throws UnclearAnswerException {
    Answers.present(reversal, "reversal");
    Answers.sameConsumer(reversal.getConsumerNo(), order.consumer());
    if (!order.originalSerial().value().equals(reversal.getOriginalSerialNo())
        || !Answers.money(reversal.getAmount(), "amount").equals(order.amount())) {
      throw new UnclearAnswerException("the answer is about another original");
    }
    String serial = Answers.present(answered.getUpstreamSerialNo(), "upstreamSerialNo");
    return new Confirmed<>(new ReversalConfirmation(serial, order.originalSerial()));
  }
}
