package org.gridtill.simulator.sg186.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridtill.simulator.sg186.contract.types.ResultCode;

/** What follows from the entries so far. Not safe for use by several threads. */
final class Memory {

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> settledReceivables = new HashSet<>();
  private final Set<String> reversedPayments = new HashSet<>();
  private final Set<String> blockedSerials = new HashSet<>();

  void apply(Entry entry) {
    Call call = entry.call();
    entries.put(call.serialNo(), entry);
    if (!call.isReversal()) {
      entry.settled().forEach(due -> settledReceivables.add(due.receivableId()));
    } else if (entry.isDone()) {
      reversedPayments.add(call.originalSerialNo());
      Entry original = entries.get(call.originalSerialNo());
      original.settled().forEach(due -> settledReceivables.remove(due.receivableId()));
    } else if (entry.code() == ResultCode.NOTHING_TO_REVERSE) {
      blockedSerials.add(call.originalSerialNo());
    }
  }

  Optional<Entry> entry(String serialNo) {
    return Optional.ofNullable(entries.get(serialNo));
  }

  boolean isSettled(String receivableId) {
    return settledReceivables.contains(receivableId);
  }

  boolean isReversed(String serialNo) {
    return reversedPayments.contains(serialNo);
  }

  boolean isBlocked(String serialNo) {
    return blockedSerials.contains(serialNo);
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
    settledReceivables.clear();
    reversedPayments.clear();
    blockedSerials.clear();
  }
}
