package org.gridtill.benchmarks;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A transaction of the past, as the platform would have left it: mostly bill payments, some of them
 * reversed, and card recharges, over all agencies and terminals and many days. The money has been
 * remitted, in one batch an agency a day, since agencies whose remittance is late may take none.
 */
record Past(
    long serial,
    String terminal,
    String trace,
    String agency,
    String consumer,
    long fen,
    Date day,
    long at,
    String receiptNo,
    boolean card,
    long batch,
    Long reversal) {

  /** How many there are, and who did them. */
  record Plan(int size, int terminals, int agencies, LocalDate today) {

    /** Returns all of them, in the order of their serial numbers. */
    Stream<Past> all() {
      return IntStream.range(0, DAYS)
          .boxed()
          .flatMap(
              d ->
                  IntStream.range(0, (size - d + DAYS - 1) / DAYS)
                      .mapToObj(n -> Past.of(this, d, n)));
    }

    /** Counts from 1. */
    private int agencyOf(int terminal) {
      return terminal / (terminals / agencies) + 1;
    }
  }

  /** Prime, so that every terminal has transactions on every day. */
  private static final int DAYS = 101;

  private static final int REVERSED_ONE_IN = 50;
  private static final int CARD_ONE_IN = 10;
  private static final long SERIALS_A_DAY = 10_000_000L;
  private static final long REVERSALS_FROM = 5_000_000L;
  private static final long CONSUMERS_BEFORE_FIRST = 103_000_000L;
  private static final int CONSUMERS = 700_000;
  private static final long ANSWER_MILLIS = 200;
  private static final String CONTENT = "0123456789abcdef".repeat(4);
  private static final String RECEIPT = "x".repeat(300);
  private static final String CARD_WRITE = "x".repeat(500);

  /** Makes the one that is so many-th of its day; both are counted from 0. */
  private static Past of(Plan plan, int dayNo, int n) {
    int index = dayNo + n * DAYS;
    int terminal = index % plan.terminals();
    int agencyNo = plan.agencyOf(terminal);
    String agency = String.format("A%03d", agencyNo);
    // Not always at the same terminals.
    int turn = index + index / plan.terminals();
    boolean reversed = turn % REVERSED_ONE_IN == 0;
    LocalDate day = plan.today().minusDays(DAYS - dayNo);
    long first = (day.getYear() % 100 * 1000L + day.getDayOfYear()) * SERIALS_A_DAY;
    // From eight o'clock in China on.
    long start = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    return new Past(
        first + n,
        String.format("T%07d", terminal + 1),
        String.format("%06d", index / plan.terminals() + 1),
        agency,
        String.format("%010d", CONSUMERS_BEFORE_FIRST + index * 31L % CONSUMERS),
        3_000 + index * 7919L % 40_000,
        Date.valueOf(day),
        start + n * 1000L,
        // The platform's own numbers begin with 0000000001.
        String.format("%s-H%09d", agency, index),
        !reversed && turn % CARD_ONE_IN == 1,
        reversed ? 0 : (long) dayNo * plan.agencies() + agencyNo,
        reversed ? first + REVERSALS_FROM + n : null);
  }

  /** Returns its rows in a table, in the order of {@link PastRows}'s columns. */
  Stream<Object[]> rows(String table) {
    return switch (table) {
      case "gt_transaction" -> Stream.<Object[]>of(transaction());
      case "gt_transaction_step" -> steps().stream();
      case "gt_meter_sale" ->
          card
              ? Stream.<Object[]>of(
                  row(serial, consumer, "WRITTEN", "TAKEN", "200000000001", 2, CARD_WRITE, serial))
              : Stream.empty();
      case "gt_receipt" ->
          Stream.<Object[]>of(
              row(serial, receiptNo, answered(), reversal == null ? 0 : 1, RECEIPT));
      case "gt_journal_entry" ->
          reversal == null
              ? Stream.<Object[]>of(sale())
              : Stream.of(sale(), row(reversal, "REVERSAL", serial, "SALE", day, answered()));
      case "gt_posting" ->
          reversal == null
              ? postings(serial, "SALE", 1)
              : Stream.concat(postings(serial, "SALE", 1), postings(reversal, "REVERSAL", -1));
      default -> throw new IllegalArgumentException(table);
    };
  }

  private Object[] transaction() {
    return row(
        serial,
        terminal,
        "000001",
        trace,
        agency,
        "pos",
        reversal == null ? "COMPLETED" : "REVERSED",
        consumer,
        "Zhang Jing",
        fen,
        day,
        at,
        answered(),
        answered(),
        "SG" + serial,
        receiptNo,
        reversal,
        reversal == null ? 0 : 1,
        0,
        kind(),
        CONTENT,
        steps().size(),
        batch);
  }

  private Object[] sale() {
    return row(serial, "SALE", null, null, day, answered());
  }

  private List<Object[]> steps() {
    List<Object[]> steps = new ArrayList<>();
    step(steps, "money", "", kind(), "AUTHORISED");
    step(steps, "money", "AUTHORISED", "ORDER_CONFIRMED", "COMPLETED");
    if (card) {
      step(steps, "card", "NONE", "CARD_GIVEN", "TO_WRITE");
      step(steps, "meter", "NONE", "CREDIT_SOLD", "WAITING");
      step(steps, "card", "TO_WRITE", "CARD_WRITTEN", "WRITTEN");
      step(steps, "meter", "WAITING", "CREDIT_TAKEN", "TAKEN");
    }
    if (reversal != null) {
      step(steps, "money", "COMPLETED", "REVERSAL_REQUESTED", "REVERSING");
      step(steps, "money", "REVERSING", "REVERSAL_CONFIRMED", "REVERSED");
    }
    return steps;
  }

  private void step(List<Object[]> steps, String fact, String from, String event, String to) {
    int number = steps.size() + 1;
    steps.add(row(serial, number, at + number, fact, from, event, to, ""));
  }

  private Stream<Object[]> postings(long entry, String kind, int sign) {
    long penalty = card ? 0 : fen / 50;
    String utility = card ? "utility/meter-credit" : "utility/energy";
    Object[] debit = row(entry, kind, 1, "agency/" + agency, sign * fen);
    Object[] credit = row(entry, kind, 2, utility, sign * (penalty - fen));
    return card
        ? Stream.of(debit, credit)
        : Stream.of(debit, credit, row(entry, kind, 3, "utility/penalty", -sign * penalty));
  }

  private String kind() {
    return card ? "CARD_RECHARGE" : "BILL_PAYMENT";
  }

  private long answered() {
    return at + ANSWER_MILLIS;
  }

  private static Object[] row(Object... values) {
    return values;
  }
}
