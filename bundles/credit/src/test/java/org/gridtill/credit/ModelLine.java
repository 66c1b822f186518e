package org.gridtill.credit;

import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;

/** A holder as plain numbers, in fen. */
final class ModelLine {

  final Holder holder;
  ModelLine parent;
  HolderState state = HolderState.ACTIVE;
  long limit;
  long position;
  long reserved;

  ModelLine(Holder holder, ModelLine parent, long limit) {
    this.holder = holder;
    this.parent = parent;
    this.limit = limit;
  }

  /** Tells what is against a reservation, here or above; empty if nothing is. */
  String against(long fen) {
    if (state != HolderState.ACTIVE) {
      return holder + " is suspended";
    }
    if (limit + position - reserved < fen) {
      return holder + " has reached the credit limit";
    }
    return parent == null ? "" : parent.against(fen);
  }

  /** Adds to the amounts, here and above. */
  void add(long moreReserved, long morePosition) {
    reserved += moreReserved;
    position += morePosition;
    if (parent != null) {
      parent.add(moreReserved, morePosition);
    }
  }

  boolean isBelowOrAt(ModelLine other) {
    return this == other || parent != null && parent.isBelowOrAt(other);
  }

  /** Tells whether the real one says the same. */
  boolean isLike(CreditLine line) {
    return line.limit().equals(Money.ofFen(limit))
        && line.position().equals(Money.ofFen(position))
        && line.reserved().equals(Money.ofFen(reserved))
        && line.state() == state;
  }

  @Override
  public String toString() {
    return holder + ": " + state + " " + limit + ' ' + position + ' ' + reserved;
  }
}
