package org.gridtill.shell;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.Circuit;
import org.gridtill.api.platform.gates.GateStatus.State;

/**
 * How an adapter does, as the list shows it, over all gates that it stands behind.
 *
 * @param made how many calls were made since it came; a dash if no gate has it
 * @param calls how many are under way
 * @param stuck how many of these do not come back
 * @param circuit closed, or the worst that a gate says
 * @param state its state as an adapter, what the gates do with it, and what went wrong last
 */
record AdapterHealth(String made, String calls, String stuck, String circuit, String state) {

  private static final String NONE = "-";

  static AdapterHealth of(AdapterRow row, List<GateStatus> statuses) {
    List<GateStatus> own =
        statuses.stream()
            .filter(status -> status.adapter() != null)
            .filter(status -> status.adapter().bundleId() == row.bundleId())
            .filter(status -> status.adapter().name().equals(row.name()))
            .toList();
    if (own.isEmpty()) {
      return new AdapterHealth(NONE, NONE, NONE, NONE, row.state());
    }
    return new AdapterHealth(
        String.valueOf(own.stream().mapToLong(GateStatus::made).sum()),
        String.valueOf(own.stream().mapToInt(GateStatus::underWay).sum()),
        String.valueOf(own.stream().mapToInt(GateStatus::stuck).sum()),
        circuit(own),
        state(row, own));
  }

  private static String circuit(List<GateStatus> own) {
    return Stream.of(Circuit.OPEN, Circuit.TRYING)
        .filter(circuit -> own.stream().anyMatch(status -> status.circuit() == circuit))
        .findFirst()
        .orElse(Circuit.CLOSED)
        .name()
        .toLowerCase(Locale.ROOT);
  }

  private static String state(AdapterRow row, List<GateStatus> own) {
    boolean refused = own.stream().anyMatch(status -> status.state() == State.REFUSED);
    boolean standby = own.stream().allMatch(status -> status.state() == State.STANDBY);
    String told = refused ? "not fit" : row.state();
    String trouble =
        own.stream()
            .map(GateStatus::trouble)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(null);
    String part =
        own.stream()
            .map(GateStatus::part)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .map(text -> "serves " + text)
            .orElse(null);
    return Stream.of(told, standby ? "another one serves" : null, part, trouble)
        .filter(Objects::nonNull)
        .reduce((first, second) -> first + "; " + second)
        .orElseThrow();
  }
}
