package org.gridtill.simulator.card;

import java.util.concurrent.atomic.AtomicLong;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;

/** Cards of one consumer and one meter. */
final class Cards {

  static final String METER = "200000000001";
  static final String CONSUMER = "000100000001";
  static final CardCryptography KEYS = new SubstituteCryptography();

  private static final CardScript SCRIPT = new CardScript(KEYS);
  private static final AtomicLong SERIALS = new AtomicLong();

  private Cards() {}

  static CpuCard blank() {
    long number = SERIALS.incrementAndGet();
    return new CpuCard(String.format("%016X", number), KEYS, number);
  }

  static CardWallet wallet(long fen, int count) {
    return new CardWallet(Money.ofFen(fen), count);
  }

  static CardWrite sale(CardReading card, CardType type, CardWallet wallet) {
    return SCRIPT.sale(card, METER, CONSUMER, type, wallet);
  }

  static CardWrite clearing(CardReading card, CardWallet before) {
    return SCRIPT.clearing(card, METER, before);
  }

  /** Writes a purchase to a card. */
  static CpuCard written(CpuCard card, CardType type, long fen, int count) {
    card.write(sale(card.reading(), type, wallet(fen, count)));
    return card;
  }
}
