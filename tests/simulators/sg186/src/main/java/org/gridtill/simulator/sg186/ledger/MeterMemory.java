package org.gridtill.simulator.sg186.ledger;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.simulator.card.Meter;
import org.gridtill.simulator.card.RemoteRecharge;
import org.gridtill.simulator.card.SubstituteCryptography;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.gridtill.simulator.sg186.utility.Sort;
import org.gridtill.simulator.sg186.utility.Utility;

/**
 * What is known of the meters, and the meters themselves that get their credit over the air; those
 * with a card are wherever the card is. Not safe for use by several threads.
 */
final class MeterMemory {

  private final Utility utility;
  private final Map<String, MeterRecord> records = new HashMap<>();

  /** The record before each sale or replacement, once the card was read. */
  private final Map<String, MeterRecord> before = new HashMap<>();

  private final Map<String, MeterOutcome> outcomes = new LinkedHashMap<>();
  private final Map<String, Meter> remoteMeters = new HashMap<>();

  MeterMemory(Utility utility) {
    this.utility = utility;
  }

  /** Returns what is known of the consumer's meter, if it has one. */
  MeterRecord record(Consumer consumer) {
    return records.computeIfAbsent(
        consumer.number(), number -> MeterRecord.fresh(consumer.sort() == Sort.REMOTE_METER));
  }

  /** Returns what became of a purchase that was sent over the air; empty if it is none. */
  Optional<MeterOutcome> outcome(String serialNo) {
    return Optional.ofNullable(outcomes.get(serialNo));
  }

  /** Returns the purchases that meters have not answered. */
  List<String> pending() {
    return outcomes.entrySet().stream()
        .filter(outcome -> outcome.getValue() == MeterOutcome.PENDING)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Sends a purchase to its meter, and returns what the meter says. */
  MeterOutcome send(Entry sale) {
    RemoteRecharge result = recharge(sale);
    boolean taken = result == RemoteRecharge.TAKEN || result == RemoteRecharge.REPEATED;
    return taken ? MeterOutcome.TAKEN : MeterOutcome.REFUSED;
  }

  void perform(Entry entry) {
    Call call = entry.call();
    switch (call.kind()) {
      case CARD_OPENING -> sell(entry, CardType.OPENING);
      case CARD_RECHARGE -> sell(entry, CardType.PURCHASE);
      case CARD_REPLACEMENT -> {
        MeterRecord record = record(consumer(call));
        before.put(call.serialNo(), record);
        MeterRecord.Card card = record.written(call.serialNo(), call.card(), CardType.REPLACEMENT);
        records.put(call.consumerNo(), record.withCard(card));
      }
      case REMOTE_RECHARGE -> {
        MeterRecord record = record(consumer(call));
        before.put(call.serialNo(), record);
        records.put(
            call.consumerNo(), record.sold(call.serialNo(), call.amountFen(), record.card()));
        outcomes.put(call.serialNo(), MeterOutcome.PENDING);
      }
      default -> {
        // The others do nothing to a meter's account.
      }
    }
  }

  void undo(Entry original) {
    Call call = original.call();
    MeterRecord earlier = before.get(call.serialNo());
    if (earlier == null) {
      return;
    }
    boolean replacement = call.kind() == TransactionKind.CARD_REPLACEMENT;
    MeterRecord now = record(consumer(call));
    records.put(
        call.consumerNo(), replacement ? now.withCard(earlier.card()) : now.undone(earlier));
    // What has not reached the meter never will.
    outcomes.computeIfPresent(call.serialNo(), (serial, outcome) -> MeterOutcome.REFUSED);
  }

  void answer(Entry sale, MeterOutcome outcome) {
    outcomes.put(sale.call().serialNo(), outcome);
    if (outcome == MeterOutcome.TAKEN) {
      // Again, after a restart: the meter is made anew, and gets what it had.
      recharge(sale);
      Call call = sale.call();
      records.computeIfPresent(call.consumerNo(), (number, record) -> record.answered());
    }
  }

  void clear() {
    records.clear();
    before.clear();
    outcomes.clear();
    remoteMeters.clear();
  }

  private void sell(Entry entry, CardType type) {
    Call call = entry.call();
    MeterRecord record = record(consumer(call)).proven(call.card());
    before.put(call.serialNo(), record);
    MeterRecord.Card card = record.written(call.serialNo(), call.card(), type);
    records.put(call.consumerNo(), record.sold(call.serialNo(), call.amountFen(), card));
  }

  private RemoteRecharge recharge(Entry sale) {
    Call call = sale.call();
    return remoteMeters
        .computeIfAbsent(call.consumerNo(), number -> remoteMeter(consumer(call)))
        .recharge(call.consumerNo(), Money.ofFen(call.amountFen()), sale.effect().purchaseCount());
  }

  private Consumer consumer(Call call) {
    return utility.consumer(call.consumerNo()).orElseThrow();
  }

  private static Meter remoteMeter(Consumer consumer) {
    Meter meter =
        new Meter(
            consumer.meterNo(),
            Money.ofFen(MeterRules.MOST_STORED_FEN),
            new SubstituteCryptography(),
            Clock.systemUTC());
    meter.open(consumer.number(), Money.ZERO, 0);
    return meter;
  }
}
