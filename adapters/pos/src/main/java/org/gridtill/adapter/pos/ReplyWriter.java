package org.gridtill.adapter.pos;

import static org.gridtill.adapter.pos.Field.ACCOUNTING_DATE;
import static org.gridtill.adapter.pos.Field.AMOUNT;
import static org.gridtill.adapter.pos.Field.BILL_LINES;
import static org.gridtill.adapter.pos.Field.CARD_DATA;
import static org.gridtill.adapter.pos.Field.CONSUMER;
import static org.gridtill.adapter.pos.Field.CURRENCY;
import static org.gridtill.adapter.pos.Field.FUNCTION;
import static org.gridtill.adapter.pos.Field.IDENTITY;
import static org.gridtill.adapter.pos.Field.METER_ACCOUNT;
import static org.gridtill.adapter.pos.Field.RECEIPT_NO;
import static org.gridtill.adapter.pos.Field.SERIAL_NO;
import static org.gridtill.adapter.pos.Field.TEXT;
import static org.gridtill.adapter.pos.Field.WORKING_KEYS;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.terminal.Reply;

/** Turns a reply into the message that carries it. Safe for use by several threads. */
final class ReplyWriter {

  private static final int WORKING_KEYS_LENGTH = 40;

  /** Beside the longest field 55, this leaves an answer below 2,048 bytes. */
  private static final int RECEIPT_BYTES_WITH_CARD = 800;

  private static final DateTimeFormatter MMDD = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

  private final ZoneId zone;

  /**
   * Makes a writer.
   *
   * @param zone where the terminals are
   */
  ReplyWriter(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Returns the answer to a request.
   *
   * @throws IllegalArgumentException if something in the reply does not fit its field
   */
  PosMessage answer(PosMessage request, Reply reply) {
    if (reply instanceof Reply.SignedOn signedOn) {
      return signedOn(request, signedOn);
    }
    if (reply instanceof Reply.Alive alive) {
      return done(request, alive.time());
    }
    if (reply instanceof Reply.CardChallenge asked) {
      return done(request, asked.time()).set(IDENTITY, IdentityData.challenge(asked.challenge()));
    }
    if (reply instanceof Reply.ShiftOpened opened) {
      return done(request, opened.time()).set(IDENTITY, IdentityData.shift(opened.shiftNo()));
    }
    if (reply instanceof Reply.ShiftClosed closed) {
      return done(request, closed.time());
    }
    if (reply instanceof Reply.Bills bills) {
      return bills(request, bills);
    }
    if (reply instanceof Reply.MeterFound found) {
      return meter(request, found);
    }
    if (reply instanceof Reply.Paid paid) {
      PosMessage answer = Answer.to(request, ResponseCode.DONE);
      Answer.stamp(answer, paid.payment().completedAt(), zone);
      return payment(answer, paid.payment(), CardAnswer.of(paid.payment()));
    }
    if (reply instanceof Reply.CardReported reported) {
      PosMessage answer = Answer.to(request, ResponseCode.DONE);
      return serial(Answer.stamp(answer, reported.time(), zone), reported.serialNo());
    }
    if (reply instanceof Reply.Reversed reversed) {
      PosMessage answer = Answer.to(request, ResponseCode.DONE);
      return serial(Answer.stamp(answer, reversed.time(), zone), reversed.reversalSerial());
    }
    if (reply instanceof Reply.InDoubt inDoubt) {
      PosMessage answer = Answer.to(request, ResponseCode.IN_DOUBT);
      return serial(Answer.stamp(answer, inDoubt.time(), zone), inDoubt.serialNo());
    }
    if (reply instanceof Reply.TransactionFound found) {
      return found(request, found);
    }
    if (reply instanceof Reply.Refused refused) {
      ResponseCode code = ResponseCode.of(refused.reason());
      return Answer.stamp(Answer.refusing(request, code, refused.text()), refused.time(), zone);
    }
    return Answer.refusing(request, ResponseCode.SYSTEM_ERROR, "no answer for this terminal");
  }

  private PosMessage done(PosMessage request, Instant time) {
    return Answer.stamp(Answer.to(request, ResponseCode.DONE), time, zone);
  }

  private PosMessage signedOn(PosMessage request, Reply.SignedOn reply) {
    ByteBuffer keys = ByteBuffer.allocate(WORKING_KEYS_LENGTH);
    for (Reply.WrappedKey key : new Reply.WrappedKey[] {reply.pinKey(), reply.macKey()}) {
      keys.put(key.cryptogram()).put(key.checkValue());
    }
    return Answer.stamp(Answer.to(request, ResponseCode.DONE), reply.time(), zone)
        .set(FUNCTION, FunctionCode.of(request).inBatch(reply.batchNo()).digits())
        .set(WORKING_KEYS, keys.array());
  }

  private PosMessage bills(PosMessage request, Reply.Bills reply) {
    try {
      return Answer.stamp(Answer.to(request, ResponseCode.DONE), reply.time(), zone)
          .set(AMOUNT, BillText.amount(reply.statement().totalDue()))
          .set(BILL_LINES, BillText.lines(reply.statement()))
          .set(TEXT, BillText.nameAndAddress(reply.statement()));
    } catch (ArithmeticException | IllegalArgumentException e) {
      return Answer.refusing(request, ResponseCode.SYSTEM_ERROR, "an amount has too many digits");
    }
  }

  private PosMessage meter(PosMessage request, Reply.MeterFound reply) {
    try {
      return Answer.stamp(Answer.to(request, ResponseCode.DONE), reply.time(), zone)
          .set(METER_ACCOUNT, MeterText.figures(reply.account()))
          .set(TEXT, MeterText.words(reply.account()));
    } catch (IllegalArgumentException e) {
      return Answer.refusing(request, ResponseCode.SYSTEM_ERROR, "a figure has too many digits");
    }
  }

  private PosMessage found(PosMessage request, Reply.TransactionFound reply) {
    PosMessage answer = Answer.to(request, ResponseCode.of(reply.status()));
    Answer.stamp(answer, reply.time(), zone);
    if (reply.payment() == null) {
      return answer;
    }
    // Nobody must write to a card what has been undone.
    boolean stands = reply.status() == Reply.TransactionFound.Status.COMPLETED;
    return payment(
        answer, reply.payment(), stands ? CardAnswer.of(reply.payment()) : Optional.empty());
  }

  private static PosMessage payment(
      PosMessage answer, Reply.Payment payment, Optional<byte[]> card) {
    byte[] receiptNo = RECEIPT_NO.encode(payment.receiptNo());
    if (receiptNo.length > 0 && RECEIPT_NO.accepts(receiptNo)) {
      answer.set(RECEIPT_NO, receiptNo);
    }
    card.ifPresent(data -> answer.set(CARD_DATA, data));
    byte[] receipt =
        PosText.encode(
            payment.receiptText(), card.isPresent() ? RECEIPT_BYTES_WITH_CARD : TEXT.maxBytes());
    if (receipt.length > 0) {
      answer.set(TEXT, receipt);
    }
    return serial(answer, payment.serialNo())
        .set(AMOUNT, BillText.amount(payment.amount()))
        .set(ACCOUNTING_DATE, MMDD.format(MonthDay.from(payment.accountingDate())))
        .set(CONSUMER, payment.consumer().value())
        .set(CURRENCY, RequestReader.YUAN);
  }

  /** Sets the serial number, if there is one. */
  private static PosMessage serial(PosMessage answer, SerialNo serialNo) {
    return serialNo == null ? answer : answer.set(SERIAL_NO, serialNo.value());
  }
}
