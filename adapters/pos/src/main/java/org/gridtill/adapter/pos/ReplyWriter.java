package org.gridtill.adapter.pos;

import static org.gridtill.adapter.pos.Field.ACCOUNTING_DATE;
import static org.gridtill.adapter.pos.Field.AMOUNT;
import static org.gridtill.adapter.pos.Field.BILL_LINES;
import static org.gridtill.adapter.pos.Field.CONSUMER;
import static org.gridtill.adapter.pos.Field.CURRENCY;
import static org.gridtill.adapter.pos.Field.FUNCTION;
import static org.gridtill.adapter.pos.Field.RECEIPT_NO;
import static org.gridtill.adapter.pos.Field.SERIAL_NO;
import static org.gridtill.adapter.pos.Field.TEXT;
import static org.gridtill.adapter.pos.Field.WORKING_KEYS;

import java.nio.ByteBuffer;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.terminal.Reply;

/** Turns a reply into the message that carries it. Safe for use by several threads. */
final class ReplyWriter {

  private static final int WORKING_KEYS_LENGTH = 40;
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
      return Answer.stamp(Answer.to(request, ResponseCode.DONE), alive.time(), zone);
    }
    if (reply instanceof Reply.Bills bills) {
      return bills(request, bills);
    }
    if (reply instanceof Reply.Paid paid) {
      PosMessage answer = Answer.to(request, ResponseCode.DONE);
      return payment(Answer.stamp(answer, paid.payment().completedAt(), zone), paid.payment());
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

  private PosMessage found(PosMessage request, Reply.TransactionFound reply) {
    PosMessage answer = Answer.to(request, ResponseCode.of(reply.status()));
    Answer.stamp(answer, reply.time(), zone);
    return reply.payment() == null ? answer : payment(answer, reply.payment());
  }

  private static PosMessage payment(PosMessage answer, Reply.Payment payment) {
    if (RECEIPT_NO.accepts(RECEIPT_NO.encode(payment.receiptNo()))) {
      answer.set(RECEIPT_NO, payment.receiptNo());
    }
    return serial(answer, payment.serialNo())
        .set(AMOUNT, BillText.amount(payment.amount()))
        .set(ACCOUNTING_DATE, MMDD.format(MonthDay.from(payment.accountingDate())))
        .set(CONSUMER, payment.consumer().value())
        .set(CURRENCY, RequestReader.YUAN)
        .set(TEXT, PosText.encode(payment.receiptText(), TEXT.maxBytes()));
  }

  /** Sets the serial number, if there is one. */
  private static PosMessage serial(PosMessage answer, SerialNo serialNo) {
    return serialNo == null ? answer : answer.set(SERIAL_NO, serialNo.value());
  }
}
