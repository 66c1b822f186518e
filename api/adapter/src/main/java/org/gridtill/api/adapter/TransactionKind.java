package org.gridtill.api.adapter;

/** What a transaction does. Every kind goes through the same states, exactly once. */
public enum TransactionKind {
  /** Settles bills of a consumer who pays after use (缴费). */
  BILL_PAYMENT(true, false, false),
  /** Puts money on a consumer's prepaid balance (预存). */
  PREPAYMENT(true, false, false),
  /** Opens a consumer's meter account with a first purchase on a blank card (开卡). */
  CARD_OPENING(true, true, true),
  /** Sells credit that the consumer's card carries to the meter (充值). */
  CARD_RECHARGE(true, true, true),
  /** Sells credit that the utility sends to the meter over the air (远程充值). */
  REMOTE_RECHARGE(true, false, true),
  /** Writes the last sale to a new card in place of one that was lost (补卡). Moves no money. */
  CARD_REPLACEMENT(false, true, false),
  /** Writes a sale to its card once more, after a write that failed (补写卡). Moves no money. */
  CARD_REWRITE(false, true, false),
  /** Takes a sale off its card again, before it is reversed (取消写卡). Moves no money. */
  CARD_CLEARING(false, true, false);

  private final boolean takesMoney;
  private final boolean writesCard;
  private final boolean sellsCredit;

  TransactionKind(boolean takesMoney, boolean writesCard, boolean sellsCredit) {
    this.takesMoney = takesMoney;
    this.writesCard = writesCard;
    this.sellsCredit = sellsCredit;
  }

  /** Tells whether the consumer hands over money. */
  public boolean takesMoney() {
    return takesMoney;
  }

  /** Tells whether a card is written in the end. */
  public boolean writesCard() {
    return writesCard;
  }

  /** Tells whether it sells credit that a meter takes in the end. */
  public boolean sellsCredit() {
    return sellsCredit;
  }
}
