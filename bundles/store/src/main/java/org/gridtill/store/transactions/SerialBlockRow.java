package org.gridtill.store.transactions;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Up to where serial numbers have been handed out to nodes; one row. */
@Entity
@Table(name = "gt_serial_block")
public class SerialBlockRow {

  /** The key of the only row. */
  public static final int ONLY = 1;

  @Id
  @Column(name = "id")
  private int id;

  @Column(name = "next_serial")
  private long nextSerial;

  /** For the persistence provider. */
  protected SerialBlockRow() {}

  /** The row, at its first use. */
  public SerialBlockRow(long nextSerial) {
    this.id = ONLY;
    this.nextSerial = nextSerial;
  }

  /** Hands out everything below the given number. */
  public void advanceTo(long serial) {
    nextSerial = serial;
  }

  public int id() {
    return id;
  }

  public long nextSerial() {
    return nextSerial;
  }
}
