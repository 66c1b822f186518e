package org.gridtill.adapter.pos;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.CardWriteStep;

/** Cards and what is written to them, at random. */
final class RandomCards {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final Random random;

  RandomCards(Random random) {
    this.random = random;
  }

  CardReading reading() {
    String meterNo = digits(12);
    String consumerNo = digits(12);
    boolean blank = random.nextInt(4) == 0;
    return new CardReading(
        hex(8),
        hex(8),
        blank ? "" : Cards.parameterFile(meterNo, consumerNo, 1 + random.nextInt(3)),
        blank ? CardWallet.EMPTY : wallet(),
        random.nextBoolean()
            ? ""
            : Cards.returnFile(
                meterNo, consumerNo, random.nextInt(), random.nextInt(Integer.MAX_VALUE)));
  }

  CardWrite write(int steps) {
    List<CardWriteStep> list = new ArrayList<>();
    CardWriteStep.Target[] targets = CardWriteStep.Target.values();
    for (int i = 0; i < steps; i++) {
      list.add(
          new CardWriteStep(
              targets[random.nextInt(targets.length)],
              hex(random.nextInt(60)),
              random.nextBoolean() ? "" : hex(4)));
    }
    return new CardWrite(digits(1 + random.nextInt(20)), wallet(), list);
  }

  private CardWallet wallet() {
    // The whole range of four bytes, beyond that of a signed number.
    long fen = Integer.toUnsignedLong(random.nextInt());
    return new CardWallet(Money.ofFen(fen), random.nextInt(Integer.MAX_VALUE));
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private String hex(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HEX.formatHex(value);
  }
}
