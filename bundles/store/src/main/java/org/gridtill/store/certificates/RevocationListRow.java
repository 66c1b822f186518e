package org.gridtill.store.certificates;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * Of which time the newest list of an authority is: taken over from another one, or made here.
 * Times are in milliseconds since 1970.
 */
@Entity
@Table(name = "gt_revocation_list")
public class RevocationListRow {

  @Id
  @Column(name = "authority")
  private String authority;

  @Column(name = "list_no")
  private long listNo;

  @Column(name = "made_at")
  private long madeAt;

  /** For the persistence provider. */
  protected RevocationListRow() {}

  /** One with all its values. */
  public RevocationListRow(String authority, long listNo, long madeAt) {
    this.authority = authority;
    this.listNo = listNo;
    this.madeAt = madeAt;
  }

  public String authority() {
    return authority;
  }

  public long listNo() {
    return listNo;
  }

  public long madeAt() {
    return madeAt;
  }
}
