package org.gridtill.simulator.pos;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes the requests of one terminal, each with the next trace number, without sending them. For
 * use by one thread. Amounts are in fen.
 */
public final class PosRequests {

  static final String SIGN_ON = "903";
  static final int TRACE_LIMIT = 999_999;
  private static final String SALE = "190000";
  private static final String SHIFT = "910000";
  private static final String CARD_SERVICE = "900000";
  private static final String VOID = "200000";
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

  private final String terminalCode;
  private final String agencyCode;
  private String collectorCode;
  private String batchNo;
  private int traceNo;

  PosRequests(
      String terminalCode,
      String agencyCode,
      String collectorCode,
      String batchNo,
      int firstTraceNo) {
    this.terminalCode = terminalCode;
    this.agencyCode = agencyCode;
    this.collectorCode = collectorCode;
    this.batchNo = batchNo;
    this.traceNo = firstTraceNo - 1;
  }

  /** Sets who works the terminal from now on; empty for nobody. */
  public void collector(String code) {
    collectorCode = code;
  }

  /** A sign-on. */
  public PosMessage signOn() {
    return request("0800", null, "000", SIGN_ON);
  }

  /** An echo. */
  public PosMessage echo() {
    return request("0800", null, "000", "301");
  }

  /** Asks for the challenge that the identity card shall answer. */
  public PosMessage askChallenge() {
    return request("0200", SHIFT, "000", "904");
  }

  /** Opens a shift. */
  PosMessage openShift(List<CardElement> identity) {
    return request("0200", SHIFT, "000", "905").set(47, CardElement.field(identity));
  }

  /** Closes a shift. */
  public PosMessage closeShift(long number) {
    CardElement element =
        new CardElement(IdentityCard.SHIFT_NO, String.format(Locale.ROOT, "%08X", number));
    return request("0200", SHIFT, "000", "906").set(47, CardElement.field(List.of(element)));
  }

  /** What does a consumer owe? */
  public PosMessage queryBills(String consumer) {
    return request("0200", "310000", "010", "001").set(48, consumer).set(49, "156");
  }

  /** Pays the bills of the chosen months; all that is due if none is chosen. */
  public PosMessage payBills(String consumer, long fen, YearMonth... months) {
    PosMessage payment = money(SALE, "010", "002", fen).set(48, consumer);
    return months.length == 0
        ? payment
        : payment.set(58, Arrays.stream(months).map(MONTH::format).collect(Collectors.joining()));
  }

  /** Adds to a consumer's balance. */
  public PosMessage prepay(String consumer, long fen) {
    return money(SALE, "011", "002", fen).set(48, consumer);
  }

  /** What is known of a consumer's meter? */
  public PosMessage queryMeter(String consumer) {
    return request("0200", "310000", "020", "022").set(48, consumer).set(49, "156");
  }

  /** What is known of a consumer's meter, and may they buy with this card? */
  public PosMessage queryMeter(String consumer, CardReadout card) {
    return queryMeter(consumer).set(55, CardElement.field(card.elements()));
  }

  /** Opens a meter account with a first purchase on a blank card. */
  public PosMessage openCard(String consumer, long fen, CardReadout card) {
    return money(SALE, "020", "003", fen)
        .set(48, consumer)
        .set(55, CardElement.field(card.elements()));
  }

  /** Buys credit on a card. */
  public PosMessage rechargeCard(String consumer, long fen, CardReadout card) {
    return money(SALE, "020", "002", fen)
        .set(48, consumer)
        .set(55, CardElement.field(card.elements()));
  }

  /** Buys credit that goes to the meter over the air. */
  public PosMessage rechargeRemotely(String consumer, long fen) {
    return money(SALE, "021", "002", fen).set(48, consumer);
  }

  /** Puts a meter account on a new card. */
  public PosMessage replaceCard(String consumer, CardReadout card) {
    return cardService("0200", "025").set(48, consumer).set(55, CardElement.field(card.elements()));
  }

  /** Asks for what writes a sale to its card once more; {@link #naming} says which sale. */
  public PosMessage rewriteCard(CardReadout card) {
    return cardService("0200", "023").set(55, CardElement.field(card.elements()));
  }

  /** Asks for what takes a sale off its card; {@link #naming} says which sale. */
  public PosMessage clearCard(CardReadout card) {
    return cardService("0200", "024").set(55, CardElement.field(card.elements()));
  }

  /**
   * Reports what became of a card; {@link #naming} says of which sale.
   *
   * @param card what is on the card now; null if it cannot be read
   */
  public PosMessage reportCard(WriteOutcome outcome, CardReadout card) {
    List<CardElement> elements = new ArrayList<>(card == null ? List.of() : card.elements());
    elements.add(outcome.element());
    return cardService("0220", "026").set(55, CardElement.field(elements));
  }

  /** Lets a message name a request of this terminal as the sale it is about, in field 61. */
  public static PosMessage naming(PosMessage message, PosMessage sale) {
    return message.set(61, batchNo(sale) + sale.text(11));
  }

  /** Lets a message name a sale by the serial number on its receipt, in field 37. */
  public static PosMessage naming(PosMessage message, String serialNo) {
    return message.set(37, serialNo);
  }

  /** What became of an earlier request? */
  public PosMessage queryTransaction(String originalBatchNo, String originalTraceNo) {
    return request("0200", "380000", "010", "010").set(61, originalBatchNo + originalTraceNo);
  }

  /** Undoes a transaction whose answer did not come. */
  public PosMessage reverse(String originalBatchNo, String originalTraceNo, long fen) {
    PosMessage reversal = request("0400", SALE, "010", "012").set(4, digits(fen, 12));
    return reversal.set(49, "156").set(61, originalBatchNo + originalTraceNo);
  }

  /** Undoes an earlier request of this terminal whose answer did not come. */
  public PosMessage reverse(PosMessage original) {
    return reverse(batchNo(original), original.text(11), Long.parseLong(original.text(4)));
  }

  /** Undoes an earlier request of this terminal because the collector wants it. */
  public PosMessage voidTransaction(PosMessage original) {
    return voidTransaction(batchNo(original), original.text(11), Long.parseLong(original.text(4)));
  }

  /** Undoes a transaction because the collector wants it. */
  public PosMessage voidTransaction(String originalBatchNo, String originalTraceNo, long fen) {
    return money(VOID, "010", "012", fen).set(61, originalBatchNo + originalTraceNo);
  }

  /** Lets a reversal or a void say what became of the card. */
  public static PosMessage saying(PosMessage reversal, WriteOutcome outcome) {
    return reversal.set(55, CardElement.field(List.of(outcome.element())));
  }

  /** Returns the batch that a message names. */
  static String batchNo(PosMessage message) {
    return message.text(60).substring(3, 9);
  }

  static String digits(long number, int count) {
    return String.format(Locale.ROOT, "%0" + count + "d", number);
  }

  String batchNo() {
    return batchNo;
  }

  void batchNo(String batch) {
    batchNo = batch;
  }

  private PosMessage money(String processing, String business, String function, long fen) {
    return request("0200", processing, business, function).set(4, digits(fen, 12)).set(49, "156");
  }

  private PosMessage cardService(String type, String function) {
    return request(type, CARD_SERVICE, "020", function);
  }

  private PosMessage request(String type, String processing, String business, String function) {
    traceNo = traceNo % TRACE_LIMIT + 1;
    PosMessage message = new PosMessage(type);
    if (processing != null) {
      message.set(3, processing);
    }
    if (!collectorCode.isEmpty()) {
      message.set(59, collectorCode);
    }
    return message
        .set(11, digits(traceNo, 6))
        .set(41, terminalCode)
        .set(42, agencyCode)
        .set(60, business + batchNo + function);
  }
}
