package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.utility.Installment;

/** What follows from the events so far. Not safe for use by several threads. */
final class Memory {

  private final MeterMemory meters;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Map<String, Installment>> installments = new HashMap<>();
  private final Map<String, Long> balances = new HashMap<>();
  private final Map<String, CardOutcome> cardReports = new HashMap<>();
  private final Set<String> reversed = new HashSet<>();
  private final Set<String> blockedSerials = new HashSet<>();
  private LocalDate closedThrough = LocalDate.MIN;

  Memory(MeterMemory meters) {
    this.meters = meters;
  }

  void apply(Event event) {
    if (event instanceof Entry entry) {
      apply(entry);
    } else {
      apply((Note) event);
    }
  }

  private void apply(Entry entry) {
    Call call = entry.call();
    entries.put(call.serialNo(), entry);
    if (!call.isReversal()) {
      if (entry.isDone()) {
        perform(entry);
      }
    } else if (entry.isDone()) {
      reversed.add(call.originalSerialNo());
      undo(entries.get(call.originalSerialNo()));
    } else if (entry.code() == ResultCode.NOTHING_TO_REVERSE) {
      blockedSerials.add(call.originalSerialNo());
    }
  }

  private void perform(Entry entry) {
    Call call = entry.call();
    for (Due due : entry.effect().settled()) {
      installments
          .computeIfAbsent(due.receivableId(), id -> new LinkedHashMap<>())
          .put(
              call.serialNo(),
              new Installment(call.accountingDate(), due.energyFen(), due.penaltyFen()));
    }
    if (call.kind() == TransactionKind.PREPAYMENT) {
      balances.merge(call.consumerNo(), call.amountFen(), Long::sum);
    }
    meters.perform(entry);
  }

  private void undo(Entry original) {
    Call call = original.call();
    original
        .effect()
        .settled()
        .forEach(due -> installments.get(due.receivableId()).remove(call.serialNo()));
    if (call.kind() == TransactionKind.PREPAYMENT) {
      balances.merge(call.consumerNo(), -call.amountFen(), Long::sum);
    }
    meters.undo(original);
  }

  private void apply(Note note) {
    switch (note.kind()) {
      case CARD_REPORT -> cardReports.put(note.subject(), CardOutcome.valueOf(note.value()));
      case METER_ANSWER ->
          meters.answer(entries.get(note.subject()), MeterOutcome.valueOf(note.value()));
      case BALANCE_USED -> balances.merge(note.subject(), -Long.parseLong(note.value()), Long::sum);
      case DAY_CLOSED -> {
        LocalDate day = LocalDate.parse(note.subject());
        closedThrough = day.isAfter(closedThrough) ? day : closedThrough;
      }
    }
  }

  MeterMemory meters() {
    return meters;
  }

  Optional<Entry> entry(String serialNo) {
    return Optional.ofNullable(entries.get(serialNo));
  }

  /** Returns what was paid of a bill, in the order of time. */
  List<Installment> installments(String receivableId) {
    return List.copyOf(installments.getOrDefault(receivableId, Map.of()).values());
  }

  long balanceFen(String consumerNo) {
    return balances.getOrDefault(consumerNo, 0L);
  }

  Optional<CardOutcome> cardReport(String serialNo) {
    return Optional.ofNullable(cardReports.get(serialNo));
  }

  boolean isReversed(String serialNo) {
    return reversed.contains(serialNo);
  }

  boolean isBlocked(String serialNo) {
    return blockedSerials.contains(serialNo);
  }

  /** Returns the day in which something for that day is booked: that day, or the next open one. */
  LocalDate booking(LocalDate day) {
    return day.isAfter(closedThrough) ? day : closedThrough.plusDays(1);
  }

  int size() {
    return entries.size();
  }

  Collection<Entry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  List<String> blockedAndNeverCame() {
    List<String> result = new ArrayList<>(blockedSerials);
    result.removeAll(entries.keySet());
    return result;
  }

  void clear() {
    entries.clear();
    installments.clear();
    balances.clear();
    cardReports.clear();
    reversed.clear();
    blockedSerials.clear();
    meters.clear();
    closedThrough = LocalDate.MIN;
  }
}
