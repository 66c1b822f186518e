package org.gridtill.transactions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.transactions.Violation.Invariant;

/** Looks at the tables from outside, when nothing is under way any more. */
final class Invariants {

  private Invariants() {}

  static void check(ModelWorld world) {
    Money owed = balance(world, Accounts.of(world.collector()));
    Money billed = world.billing.kept();
    Violation.unless(
        owed.equals(billed),
        Invariant.JOURNAL_IS_BILLING,
        "the agency owes " + owed + ", the billing system has " + billed);
    checkCredit(world, owed);
    Money inDoubt = balance(world, Accounts.inDoubt(world.collector()));
    Violation.unless(
        inDoubt.isZero(), Invariant.NOTHING_IN_DOUBT, "in suspense there is still " + inDoubt);
    Money soldOnCards = Money.ZERO;
    for (TransactionRecord record : all(world)) {
      checkOne(world, record);
      boolean standing = record.state() == TransactionState.COMPLETED;
      if (standing && record.kind().writesCard() && record.kind().sellsCredit()) {
        soldOnCards = soldOnCards.plus(record.amount());
      }
    }
    Violation.unless(
        world.till.credited().compareTo(soldOnCards) <= 0,
        Invariant.CREDIT_IS_PAID,
        "the meter has " + world.till.credited() + ", paid is " + soldOnCards);
    Told.checkInTheEnd(world);
  }

  private static void checkCredit(ModelWorld world, Money owed) {
    for (Holder holder : world.holders()) {
      CreditLine line = world.credit.find(holder).orElseThrow();
      Violation.unless(
          line.used().equals(owed) && line.reserved().isZero(),
          Invariant.CREDIT_IS_JOURNAL,
          holder + " used " + line.used() + ", reserved " + line.reserved() + ", owed " + owed);
    }
  }

  private static void checkOne(ModelWorld world, TransactionRecord record) {
    boolean standing = record.state() == TransactionState.COMPLETED;
    Violation.unless(
        standing == world.billing.has(record.serialNo()),
        Invariant.EACH_EXACTLY_ONCE,
        record.serialNo() + " is " + record.state() + ", billing says otherwise");
    Violation.unless(
        standing || fundBatch(world, record) == 0,
        Invariant.REMITTED_STANDS,
        record.serialNo() + " is " + record.state() + " and in a fund batch");
    boolean moved =
        record.amount().isPositive() && (standing || record.state() == TransactionState.REVERSED);
    boolean booked = booked(world, EntryKind.SALE, record.serialNo());
    boolean mirrored =
        record.reversalSerial() != null
            && booked(world, EntryKind.REVERSAL, record.reversalSerial());
    Violation.unless(
        moved == booked && mirrored == (moved && !standing),
        Invariant.EACH_EXACTLY_ONCE,
        record.serialNo() + " is " + record.state() + ", booked " + booked + ' ' + mirrored);
  }

  private static boolean booked(ModelWorld world, EntryKind kind, SerialNo serialNo) {
    return world.journal.find(EntryKey.of(kind, serialNo)).isPresent();
  }

  private static List<TransactionRecord> all(ModelWorld world) {
    return world.engine().latest(world.terminal, 1000);
  }

  private static long fundBatch(ModelWorld world, TransactionRecord record) {
    return world
        .database
        .jpa()
        .txExpr(em -> TransactionTable.find(em, record.serialNo().number()).orElseThrow())
        .fundBatch();
  }

  private static Money balance(ModelWorld world, String account) {
    try (Connection connection = world.database.connect();
        PreparedStatement sum =
            connection.prepareStatement("SELECT SUM(amount) FROM gt_posting WHERE account = ?")) {
      sum.setString(1, account);
      try (ResultSet rows = sum.executeQuery()) {
        rows.next();
        return Money.ofFen(rows.getLong(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
