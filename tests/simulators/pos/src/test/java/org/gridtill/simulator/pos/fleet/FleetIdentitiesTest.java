package org.gridtill.simulator.pos.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.terminals.Binding;
import org.gridtill.api.platform.terminals.Bindings;
import org.gridtill.api.platform.terminals.CollectorCard;
import org.gridtill.api.platform.terminals.CollectorCards;
import org.gridtill.api.platform.terminals.Sim;
import org.gridtill.api.platform.terminals.Sims;
import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.simulator.pos.TestIdentity;
import org.junit.jupiter.api.Test;

class FleetIdentitiesTest {

  private static final Map<String, String> TWO = Map.of("T0000001", "A001", "V0000001", "A002");
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  private final Map<String, CollectorCard> cards = new LinkedHashMap<>();
  private final Map<String, Sim> sims = new LinkedHashMap<>();
  private final Map<String, Binding> bindings = new LinkedHashMap<>();
  private final List<String> keys = new ArrayList<>();
  private int callsLeft = Integer.MAX_VALUE;

  @Test
  void bindsEachTerminalToItsOwnCardAndSimAndDoesNothingTwice() {
    identities().bind(TWO);
    checkBound(TWO);
    assertThat(keys).containsExactly("*cards", "*cards");
    callsLeft = 0;
    identities().bind(TWO);
  }

  /** The power fails after each of the calls in turn. */
  @Test
  void completesWhatWasBrokenOff() {
    int calls = 0;
    boolean broken = true;
    while (broken) {
      cards.clear();
      sims.clear();
      bindings.clear();
      callsLeft = calls;
      broken = false;
      try {
        identities().bind(TWO);
      } catch (IllegalStateException e) {
        broken = true;
      }
      callsLeft = Integer.MAX_VALUE;
      identities().bind(TWO);
      checkBound(TWO);
      calls++;
    }
    assertThat(calls).as("calls that change something").isGreaterThan(10);
  }

  @Test
  void leavesAloneWhatSomebodyHasRevoked() {
    identities().bind(Map.of("T0000001", "A001"));
    bindings.clear();
    String cardNo = TestIdentity.of("T0000001").card().cardNo();
    card(cardNo, CollectorCard.State.LOST, null);
    identities().bind(Map.of("T0000001", "A001"));
    assertThat(bindings).isEmpty();

    card(cardNo, CollectorCard.State.ISSUED, new Holder("A001", "C01"));
    sims.replaceAll((iccid, sim) -> new Sim(iccid, sim.imsi(), true, NOW, "somebody"));
    identities().bind(Map.of("T0000001", "A001"));
    assertThat(bindings).isEmpty();
  }

  @Test
  void refusesTerminalsThatAreNotSimulated() {
    assertThatThrownBy(() -> identities().bind(Map.of("P0000001", "A001")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a simulated terminal: P0000001");
  }

  private void checkBound(Map<String, String> terminals) {
    terminals.forEach(
        (code, agency) -> {
          TestIdentity identity = TestIdentity.of(code);
          CollectorCard card = cards.get(identity.card().cardNo());
          assertThat(card.state()).isEqualTo(CollectorCard.State.ISSUED);
          assertThat(card.collector()).isEqualTo(new Holder(agency, "C01"));
          Binding binding = bindings.get(code);
          assertThat(binding.state()).isEqualTo(Binding.State.BOUND);
          assertThat(binding.cardNo()).isEqualTo(card.cardNo());
          assertThat(sims).containsKey(binding.iccid());
        });
    assertThat(cards).hasSize(terminals.size());
    assertThat(sims).hasSize(terminals.size());
  }

  private FleetIdentities identities() {
    keys.clear();
    return new FleetIdentities(
        new FleetKeys(fake(KeyCeremony.class, this::key)),
        fake(CollectorCards.class, this::card),
        fake(Sims.class, this::sim),
        fake(Bindings.class, this::binding));
  }

  private Object key(String method, Object... args) {
    if (method.equals("give")) {
      keys.add(((KeyCeremony.NewKey) args[0]).terminalCode());
    }
    return Optional.empty();
  }

  private Object card(String method, Object... args) {
    switch (method) {
      case "list" -> {
        return List.copyOf(cards.values());
      }
      case "add" -> {
        change();
        assertThat(cards).doesNotContainKey((String) args[0]);
        card((String) args[0], CollectorCard.State.IN_STOCK, null);
      }
      case "issue" -> {
        change();
        assertThat(cards.get((String) args[0]).state()).isEqualTo(CollectorCard.State.IN_STOCK);
        assertThat((char[]) args[2]).containsExactly(TestIdentity.PIN.toCharArray());
        card((String) args[0], CollectorCard.State.ISSUED, (Holder) args[1]);
      }
      default -> throw new UnsupportedOperationException(method);
    }
    return null;
  }

  private void card(String cardNo, CollectorCard.State state, Holder collector) {
    cards.put(cardNo, new CollectorCard(cardNo, state, collector, 0, NOW, "somebody"));
  }

  private Object sim(String method, Object... args) {
    if (method.equals("list")) {
      return List.copyOf(sims.values());
    }
    change();
    assertThat(sims).doesNotContainKey((String) args[0]);
    sims.put((String) args[0], new Sim((String) args[0], (String) args[1], false, NOW, "somebody"));
    return null;
  }

  private Object binding(String method, Object... args) {
    if (method.equals("list")) {
      return List.copyOf(bindings.values());
    }
    change();
    String code = (String) args[0];
    String person = (String) args[3];
    boolean asked = method.equals("request");
    if (!asked) {
      assertThat(bindings.get(code).requestedBy()).as("two persons").isNotEqualTo(person);
    }
    bindings.put(
        code,
        new Binding(
            code,
            (String) args[1],
            (String) args[2],
            asked ? Binding.State.REQUESTED : Binding.State.BOUND,
            asked ? person : bindings.get(code).requestedBy(),
            asked ? "" : person,
            NOW));
    return null;
  }

  private void change() {
    if (callsLeft-- == 0) {
      throw new IllegalStateException("the power fails");
    }
  }

  /** What a fake does when one of its methods is called. */
  private interface Behavior {
    Object call(String method, Object... args);
  }

  private static <T> T fake(Class<T> type, Behavior behavior) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) ->
                behavior.call(method.getName(), args == null ? new Object[0] : args)));
  }
}
