package org.gridtill.simulator.pos.card;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWriteStep;
import org.gridtill.api.adapter.card.CardWriteStep.Target;
import org.gridtill.simulator.card.CardStatus;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.pos.CardOrder;
import org.gridtill.simulator.pos.CardReadout;
import org.gridtill.simulator.pos.CardSlot;

/**
 * A card reader for a card in software. A card that was pulled out in the middle of a write ({@link
 * CpuCard#pullOutAfter}) is put in again by the next reading. For use by one thread.
 */
public final class SoftwareCardSlot implements CardSlot {

  /** The targets in the order of their numbers, from 1. */
  private static final List<Target> TARGETS =
      List.of(
          Target.EXTERNAL_AUTHENTICATION,
          Target.PARAMETER_FILE,
          Target.WALLET,
          Target.TARIFF_CURRENT,
          Target.TARIFF_BACKUP,
          Target.RETURN_FILE);

  private final CpuCard card;
  private boolean inserted = true;

  /** Makes a reader with a card in it. */
  public SoftwareCardSlot(CpuCard card) {
    this.card = card;
  }

  /** Takes the card out. */
  public void remove() {
    inserted = false;
  }

  /** Puts the card in again. */
  public void insert() {
    inserted = true;
  }

  @Override
  public CardReadout read() throws IOException {
    CardReading reading = present().reading();
    return new CardReadout(
        reading.cardSerial(),
        reading.challenge(),
        reading.parameterFile(),
        reading.wallet().amount().fen(),
        reading.wallet().purchaseCount(),
        reading.returnFile());
  }

  @Override
  public boolean send(CardOrder.Step step) throws IOException {
    if (step.target() < 1 || step.target() > TARGETS.size()) {
      return false;
    }
    Target target = TARGETS.get(step.target() - 1);
    CardStatus status = present().apply(new CardWriteStep(target, step.data(), step.mac()));
    if (status == CardStatus.REMOVED) {
      throw new EOFException("the card was pulled out");
    }
    return status == CardStatus.ACCEPTED;
  }

  private CpuCard present() throws IOException {
    if (!inserted) {
      throw new IOException("there is no card in the reader");
    }
    return card;
  }
}
