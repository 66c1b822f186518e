package org.gridtill.benchmarks;

import java.sql.Date;
import java.sql.ResultSet;
import java.util.Iterator;
import java.util.Map;
import org.apache.derby.vti.VTITemplate;

/**
 * The rows of past transactions, for the database to read as a table. So it can insert them all at
 * once, which is many times faster than one after the other.
 */
public final class PastRows extends VTITemplate {

  /** What is filled, entries before postings, which refer to them. */
  static final Map<String, String> COLUMNS =
      Map.of(
          "gt_transaction",
          "serial_no BIGINT, terminal_code VARCHAR(16), batch_no CHAR(6), trace_no CHAR(6),"
              + " agency_code VARCHAR(15), channel VARCHAR(32), state VARCHAR(12),"
              + " consumer_no VARCHAR(20), consumer_name VARCHAR(100), amount BIGINT,"
              + " accounting_date DATE, received_at BIGINT, completed_at BIGINT,"
              + " settled_at BIGINT, billing_serial VARCHAR(64), receipt_no VARCHAR(32),"
              + " reversal_serial BIGINT, reversal_wanted INT, attempts INT, kind VARCHAR(20),"
              + " content VARCHAR(64), steps INT, fund_batch BIGINT",
          "gt_transaction_step",
          "serial_no BIGINT, step_no INT, done_at BIGINT, fact VARCHAR(8), from_state VARCHAR(12),"
              + " event VARCHAR(24), to_state VARCHAR(12), words VARCHAR(300)",
          "gt_meter_sale",
          "serial_no BIGINT, consumer_no VARCHAR(20), card_state VARCHAR(12),"
              + " meter_state VARCHAR(12), meter_no VARCHAR(20), purchase_count INT,"
              + " card_write VARCHAR(4000), writing_serial BIGINT",
          "gt_receipt",
          "serial_no BIGINT, receipt_no VARCHAR(32), issued_at BIGINT, voided INT,"
              + " receipt_text VARCHAR(4000)",
          "gt_journal_entry",
          "serial_no BIGINT, kind VARCHAR(12), mirrors BIGINT, mirrors_kind VARCHAR(12),"
              + " accounting_date DATE, posted_at BIGINT",
          "gt_posting",
          "serial_no BIGINT, kind VARCHAR(12), line_no INT, account VARCHAR(64), amount BIGINT");

  private final Iterator<Object[]> rows;
  private Object[] row;
  private boolean wasNull;

  private PastRows(Iterator<Object[]> rows) {
    this.rows = rows;
  }

  /** Returns the rows of a table; called by the database. */
  public static ResultSet of(String table, int size, int terminals, int agencies, Date today) {
    Past.Plan plan = new Past.Plan(size, terminals, agencies, today.toLocalDate());
    return new PastRows(plan.all().flatMap(past -> past.rows(table)).iterator());
  }

  @Override
  public boolean next() {
    row = rows.hasNext() ? rows.next() : null;
    return row != null;
  }

  @Override
  public String getString(int column) {
    return (String) value(column);
  }

  @Override
  public int getInt(int column) {
    return value(column) instanceof Integer number ? number : 0;
  }

  @Override
  public long getLong(int column) {
    return value(column) instanceof Long number ? number : 0;
  }

  @Override
  public Date getDate(int column) {
    return (Date) value(column);
  }

  @Override
  public boolean wasNull() {
    return wasNull;
  }

  @Override
  public void close() {
    row = null;
  }

  private Object value(int column) {
    Object value = row[column - 1];
    wasNull = value == null;
    return value;
  }
}
