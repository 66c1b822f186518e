package org.gridtill.adapter.sg186;

import javax.xml.ws.WebServiceException;
import org.gridtill.adapter.sg186.contract.ConfirmPaymentResponse;
import org.gridtill.adapter.sg186.contract.DuplicateSerialFault;
import org.gridtill.adapter.sg186.contract.QueryBillResponse;
import org.gridtill.adapter.sg186.contract.QueryTransactionResponse;
import org.gridtill.adapter.sg186.contract.ReversePaymentResponse;
import org.gridtill.adapter.sg186.contract.types.ResponseHeader;
import org.gridtill.adapter.sg186.contract.types.ResultCode;
import org.gridtill.adapter.sg186.contract.types.Reversal;
import org.gridtill.adapter.sg186.contract.types.Transaction;
import org.gridtill.adapter.sg186.contract.types.TransactionKind;
import org.gridtill.adapter.sg186.http.NotSentException;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.GridTillAdapter;
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
import org.gridtill.api.adapter.billing.Purpose;
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

  /**
   * Makes the client; it connects with the first call.
   *
   * @throws IllegalArgumentException if the configuration is wrong; names PID and key
   */
  @Activate
  public Sg186BillingSystem(Sg186Configuration configuration) {
    client = new SoapClient(Sg186Settings.check(configuration));
  }

  @Deactivate
  void deactivate() {
    client.close();
  }

  @Override
  public BillingResult<BillStatement> queryBills(BillingHeader header, ConsumerNo consumer) {
    return outcome(
        header,
        () -> {
          QueryBillResponse answer = client.port().queryBill(Requests.queryBill(header, consumer));
          ResponseHeader answered = Answers.header(answer.getHeader(), header);
          return answered.getResultCode() == ResultCode.DONE
              ? new Confirmed<>(Answers.statement(answer.getStatement(), consumer))
              : refusal(answered);
        });
  }

  @Override
  public BillingResult<MeterAccount> queryMeter(
      BillingHeader header, ConsumerNo consumer, CardReading card) {
    return notOffered();
  }

  @Override
  public BillingResult<SerialNo> reportCard(CardReport report) {
    return notOffered();
  }

  @Override
  public BillingResult<BillingConfirmation> execute(BillingOrder order) {
    boolean wholeBill = order.purpose() instanceof Purpose.Bills bills && bills.months().isEmpty();
    return wholeBill ? pay(order) : notOffered();
  }

  private BillingResult<BillingConfirmation> pay(BillingOrder order) {
    return outcome(
        order.header(),
        () -> {
          ConfirmPaymentResponse answer =
              client.port().confirmPayment(Requests.confirmPayment(order));
          ResponseHeader answered = Answers.header(answer.getHeader(), order.header());
          if (answered.getResultCode() != ResultCode.DONE) {
            return refusal(answered);
          }
          return new Confirmed<>(
              Answers.confirmation(
                  answer.getPayment(), answered, order.consumer(), order.amount()));
        });
  }

  @Override
  public BillingResult<BillingConfirmation> inquire(BillingHeader header) {
    BillingResult<BillingConfirmation> result =
        outcome(
            header,
            () -> {
              QueryTransactionResponse answer =
                  client.port().queryTransaction(Requests.queryTransaction(header));
              ResponseHeader answered = Answers.header(answer.getHeader(), header);
              return switch (answered.getResultCode()) {
                case DONE -> standing(answer.getTransaction(), header);
                case NO_SUCH_TRANSACTION -> new NotFound<>();
                default -> unclear(answered);
              };
            });
    return aboutPayment(result);
  }

  @Override
  public BillingResult<ReversalConfirmation> reverse(ReversalOrder order) {
    BillingResult<ReversalConfirmation> result =
        outcome(
            order.header(),
            () -> {
              ReversePaymentResponse answer =
                  client.port().reversePayment(Requests.reversePayment(order));
              ResponseHeader answered = Answers.header(answer.getHeader(), order.header());
              return switch (answered.getResultCode()) {
                case DONE -> reversed(answer.getReversal(), answered, order);
                case NOTHING_TO_REVERSE -> new NotFound<>();
                default ->
                    ResultCodes.refusesReversal(answered.getResultCode())
                        ? refusal(answered)
                        : unclear(answered);
              };
            });
    return aboutPayment(result);
  }

  private static BillingResult<BillingConfirmation> standing(
      Transaction transaction, BillingHeader header) throws UnclearAnswerException {
    Answers.present(transaction, "transaction");
    if (!header.serialNo().value().equals(transaction.getSerialNo())
        || transaction.getKind() != TransactionKind.PAYMENT) {
      throw new UnclearAnswerException("the answer is about another transaction");
    }
    ResultCode code = Answers.present(transaction.getResultCode(), "resultCode");
    return switch (Answers.present(transaction.getState(), "state")) {
      case DONE ->
          new Confirmed<>(
              Answers.confirmation(
                  transaction.getPayment(),
                  transaction.getUpstreamSerialNo(),
                  header.accountingDate()));
      case REFUSED ->
          new Declined<>(ResultCodes.reason(code), code.value(), transaction.getResultText());
      case REVERSED, BLOCKED ->
          new Declined<>(
              DeclineReason.ALREADY_REVERSED, code.value(), transaction.getState().value());
    };
  }

  private static BillingResult<ReversalConfirmation> reversed(
      Reversal reversal, ResponseHeader answered, ReversalOrder order)
      throws UnclearAnswerException {
    Answers.present(reversal, "reversal");
    Answers.sameConsumer(reversal.getConsumerNo(), order.consumer());
    if (!order.originalSerial().value().equals(reversal.getOriginalSerialNo())
        || !Answers.money(reversal.getAmount(), "amount").equals(order.amount())) {
      throw new UnclearAnswerException("the answer is about another payment");
    }
    String serial = Answers.present(answered.getUpstreamSerialNo(), "upstreamSerialNo");
    return new Confirmed<>(new ReversalConfirmation(serial, order.originalSerial()));
  }

  private static <T> BillingResult<T> refusal(ResponseHeader answered) {
    ResultCode code = answered.getResultCode();
    return ResultCodes.refusesPayment(code)
        ? new Declined<>(ResultCodes.reason(code), code.value(), answered.getResultText())
        : unclear(answered);
  }

  private static <T> BillingResult<T> notOffered() {
    return new Declined<>(DeclineReason.OTHER, "", "not offered");
  }

  private static <T> BillingResult<T> unclear(ResponseHeader answered) {
    return new Unknown<>(
        "result code " + answered.getResultCode().value() + ": " + answered.getResultText());
  }

  /** Makes a call, and turns what can go wrong with it into a result. */
  private static <T> BillingResult<T> outcome(BillingHeader header, Call<T> call) {
    try {
      return call.make();
    } catch (DuplicateSerialFault e) {
      return duplicate(header, e);
    } catch (UnclearAnswerException e) {
      return new Unknown<>(e.getMessage());
    } catch (WebServiceException e) {
      return failure(e);
    }
  }

  private static <T> BillingResult<T> duplicate(BillingHeader header, DuplicateSerialFault fault) {
    boolean ours =
        fault.getFaultInfo() != null
            && header.serialNo().value().equals(fault.getFaultInfo().getSerialNo());
    return ours
        ? new Declined<>(DeclineReason.DUPLICATE_SERIAL, "11004", fault.getFaultInfo().getText())
        : new Unknown<>("a DuplicateSerial fault about another serial number");
  }

  private static <T> BillingResult<T> failure(WebServiceException failure) {
    Throwable root = failure;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof NotSentException) {
        return new Declined<>(DeclineReason.UNREACHABLE, "", String.valueOf(t.getMessage()));
      }
      root = t;
    }
    return new Unknown<>(root.getClass().getSimpleName() + ": " + root.getMessage());
  }

  /**
   * Where a refusal is taken for the billing system's word on the payment, that this call did not
   * reach it, or that its serial number is not free, says nothing.
   */
  private static <T> BillingResult<T> aboutPayment(BillingResult<T> result) {
    return result instanceof Declined<T> declined
            && (declined.reason() == DeclineReason.UNREACHABLE
                || declined.reason() == DeclineReason.DUPLICATE_SERIAL)
        ? new Unknown<>(declined.reason() + ": " + declined.text())
        : result;
  }

  /** A call and the reading of its answer. */
  private interface Call<T> {
    BillingResult<T> make() throws DuplicateSerialFault, UnclearAnswerException;
  }
}
