package org.gridtill.simulator.sg186.soap;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.jws.WebService;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.simulator.sg186.Simulator;
import org.gridtill.simulator.sg186.contract.CancelCardWrite;
import org.gridtill.simulator.sg186.contract.CancelCardWriteResponse;
import org.gridtill.simulator.sg186.contract.ConfirmCardWrite;
import org.gridtill.simulator.sg186.contract.ConfirmCardWriteResponse;
import org.gridtill.simulator.sg186.contract.ConfirmPayment;
import org.gridtill.simulator.sg186.contract.ConfirmPaymentResponse;
import org.gridtill.simulator.sg186.contract.DuplicateSerialFault;
import org.gridtill.simulator.sg186.contract.Echo;
import org.gridtill.simulator.sg186.contract.EchoResponse;
import org.gridtill.simulator.sg186.contract.Prepay;
import org.gridtill.simulator.sg186.contract.PrepayResponse;
import org.gridtill.simulator.sg186.contract.PurchaseCardCredit;
import org.gridtill.simulator.sg186.contract.PurchaseCardCreditResponse;
import org.gridtill.simulator.sg186.contract.QueryBill;
import org.gridtill.simulator.sg186.contract.QueryBillResponse;
import org.gridtill.simulator.sg186.contract.QueryMeter;
import org.gridtill.simulator.sg186.contract.QueryMeterResponse;
import org.gridtill.simulator.sg186.contract.QueryTransaction;
import org.gridtill.simulator.sg186.contract.QueryTransactionResponse;
import org.gridtill.simulator.sg186.contract.ReplaceCard;
import org.gridtill.simulator.sg186.contract.ReplaceCardResponse;
import org.gridtill.simulator.sg186.contract.RequestCardRewrite;
import org.gridtill.simulator.sg186.contract.RequestCardRewriteResponse;
import org.gridtill.simulator.sg186.contract.ReversePayment;
import org.gridtill.simulator.sg186.contract.ReversePaymentResponse;
import org.gridtill.simulator.sg186.contract.Sg186PortType;
import org.gridtill.simulator.sg186.contract.SubmitRemoteRecharge;
import org.gridtill.simulator.sg186.contract.SubmitRemoteRechargeResponse;
import org.gridtill.simulator.sg186.contract.types.PurchaseKind;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.ledger.Call;
import org.gridtill.simulator.sg186.soap.Transactions.Done;

/** The operations of the contract, with the faults that a script asked for around each. */
@WebService(
    endpointInterface = "org.gridtill.simulator.sg186.contract.Sg186PortType",
    targetNamespace = "urn:gridtill:sg186:2026:01",
    serviceName = "Sg186Service",
    portName = "Sg186Port")
public final class Sg186Endpoint implements Sg186PortType {

  private final Around around;
  private final Transactions transactions;
  private final Queries queries;

  /**
   * Makes the endpoint.
   *
   * @param down whether to close connections instead of answering
   */
  Sg186Endpoint(Simulator simulator, BooleanSupplier down) {
    around = new Around(simulator.faults(), down);
    transactions = new Transactions(simulator);
    queries = new Queries(simulator);
  }

  @Override
  public EchoResponse echo(Echo request) {
    return around.run(
        "echo",
        effects -> {
          EchoResponse response = new EchoResponse();
          ResultCode code = effects.refusal().orElse(ResultCode.DONE);
          response.setHeader(Answers.header(request.getHeader(), code, "", false));
          return response;
        });
  }

  @Override
  public QueryBillResponse queryBill(QueryBill request) {
    return around.run("queryBill", effects -> queries.bill(request, effects.refusal()));
  }

  @Override
  public QueryMeterResponse queryMeter(QueryMeter request) {
    return around.run("queryMeter", effects -> queries.meter(request, effects.refusal()));
  }

  @Override
  public QueryTransactionResponse queryTransaction(QueryTransaction request) {
    return around.run(
        "queryTransaction", effects -> queries.transaction(request, effects.refusal()));
  }

  @Override
  public ConfirmCardWriteResponse confirmCardWrite(ConfirmCardWrite request) {
    return around.run("confirmCardWrite", effects -> queries.report(request, effects.refusal()));
  }

  @Override
  public ConfirmPaymentResponse confirmPayment(ConfirmPayment request) throws DuplicateSerialFault {
    return around.run(
        "confirmPayment",
        effects -> {
          Done done =
              transactions.execute(
                  TransactionKind.PAYMENT,
                  request.getHeader(),
                  request.getConsumerNo(),
                  request.getAmount(),
                  () -> Call.Details.of(request.getBillingMonth()),
                  effects.refusal());
          ConfirmPaymentResponse response = new ConfirmPaymentResponse();
          response.setHeader(done.header());
          response.setPayment(done.payment());
          return response;
        });
  }

  @Override
  public PrepayResponse prepay(Prepay request) throws DuplicateSerialFault {
    return around.run(
        "prepay",
        effects -> {
          Done done =
              transactions.execute(
                  TransactionKind.PREPAYMENT,
                  request.getHeader(),
                  request.getConsumerNo(),
                  request.getAmount(),
                  () -> Call.Details.NONE,
                  effects.refusal());
          PrepayResponse response = new PrepayResponse();
          response.setHeader(done.header());
          response.setPayment(done.payment());
          return response;
        });
  }

  @Override
  public SubmitRemoteRechargeResponse submitRemoteRecharge(SubmitRemoteRecharge request)
      throws DuplicateSerialFault {
    return around.run(
        "submitRemoteRecharge",
        effects -> {
          Done done =
              transactions.execute(
                  TransactionKind.REMOTE_RECHARGE,
                  request.getHeader(),
                  request.getConsumerNo(),
                  request.getAmount(),
                  () -> Call.Details.NONE,
                  effects.refusal());
          SubmitRemoteRechargeResponse response = new SubmitRemoteRechargeResponse();
          response.setHeader(done.header());
          response.setPayment(done.payment());
          return response;
        });
  }

  @Override
  public PurchaseCardCreditResponse purchaseCardCredit(PurchaseCardCredit request)
      throws DuplicateSerialFault {
    return around.run(
        "purchaseCardCredit",
        effects -> {
          Done done =
              transactions.execute(
                  request.getPurchase() == PurchaseKind.OPENING
                      ? TransactionKind.CARD_OPENING
                      : TransactionKind.CARD_RECHARGE,
                  request.getHeader(),
                  request.getConsumerNo(),
                  request.getAmount(),
                  () -> Call.Details.of(Cards.reading(request.getCard())),
                  effects.refusal());
          PurchaseCardCreditResponse response = new PurchaseCardCreditResponse();
          response.setHeader(done.header());
          response.setPayment(done.payment());
          return response;
        });
  }

  @Override
  public ReplaceCardResponse replaceCard(ReplaceCard request) throws DuplicateSerialFault {
    return around.run(
        "replaceCard",
        effects -> {
          Done done =
              transactions.execute(
                  TransactionKind.CARD_REPLACEMENT,
                  request.getHeader(),
                  request.getConsumerNo(),
                  BigDecimal.ZERO,
                  () -> Call.Details.of(Cards.reading(request.getCard())),
                  effects.refusal());
          ReplaceCardResponse response = new ReplaceCardResponse();
          response.setHeader(done.header());
          response.setPayment(done.payment());
          return response;
        });
  }

  @Override
  public RequestCardRewriteResponse requestCardRewrite(RequestCardRewrite request)
      throws DuplicateSerialFault {
    return around.run(
        "requestCardRewrite",
        effects -> {
          Done done =
              transactions.execute(
                  TransactionKind.CARD_REWRITE,
                  request.getHeader(),
                  request.getConsumerNo(),
                  BigDecimal.ZERO,
                  () -> Call.Details.of(Cards.reading(request.getCard())),
                  effects.refusal());
          RequestCardRewriteResponse response = new RequestCardRewriteResponse();
          response.setHeader(done.header());
          response.setPayment(done.payment());
          return response;
        });
  }

  @Override
  public CancelCardWriteResponse cancelCardWrite(CancelCardWrite request)
      throws DuplicateSerialFault {
    return around.run(
        "cancelCardWrite",
        effects -> {
          Done done =
              transactions.execute(
                  TransactionKind.CARD_CLEARING,
                  request.getHeader(),
                  request.getConsumerNo(),
                  BigDecimal.ZERO,
                  () -> Call.Details.of(Cards.reading(request.getCard())),
                  effects.refusal());
          CancelCardWriteResponse response = new CancelCardWriteResponse();
          response.setHeader(done.header());
          response.setPayment(done.payment());
          return response;
        });
  }

  @Override
  public ReversePaymentResponse reversePayment(ReversePayment request) throws DuplicateSerialFault {
    return around.run(
        "reversePayment",
        effects -> {
          Call.Details details =
              Optional.ofNullable(request.getCardOutcome())
                  .map(outcome -> Call.Details.of(CardOutcome.valueOf(outcome.value())))
                  .orElse(Call.Details.NONE);
          Done done =
              transactions.execute(
                  TransactionKind.REVERSAL,
                  request.getHeader(),
                  request.getConsumerNo(),
                  request.getAmount(),
                  () -> details,
                  effects.refusal());
          ReversePaymentResponse response = new ReversePaymentResponse();
          response.setHeader(done.header());
          if (done.header().getResultCode() == ResultCode.DONE) {
            response.setReversal(Answers.reversal(done.call()));
          }
          return response;
        });
  }
}
