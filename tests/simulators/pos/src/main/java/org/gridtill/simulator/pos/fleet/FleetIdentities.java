package org.gridtill.simulator.pos.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.terminals.Binding;
import org.gridtill.api.platform.terminals.Bindings;
import org.gridtill.api.platform.terminals.CollectorCard;
import org.gridtill.api.platform.terminals.CollectorCards;
import org.gridtill.api.platform.terminals.Sim;
import org.gridtill.api.platform.terminals.Sims;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.simulator.pos.SimCard;
import org.gridtill.simulator.pos.TestIdentity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Binds simulated terminals to the identity cards and SIMs of {@link TestIdentity}, but for those
 * that somebody has revoked.
 */
@Component(service = FleetIdentities.class)
public final class FleetIdentities {

  private static final Set<CollectorCard.State> DEAD =
      Set.of(CollectorCard.State.LOST, CollectorCard.State.RETIRED);

  private final FleetKeys keys;
  private final CollectorCards cards;
  private final Sims sims;
  private final Bindings bindings;

  /** Made by Declarative Services. */
  @Activate
  public FleetIdentities(
      @Reference FleetKeys keys,
      @Reference CollectorCards cards,
      @Reference Sims sims,
      @Reference Bindings bindings) {
    this.keys = keys;
    this.cards = cards;
    this.sims = sims;
    this.bindings = bindings;
  }

  /**
   * Binds terminals that are registered. What exists stays as it is; what a start left half done is
   * completed.
   *
   * @param terminals the codes of some terminals, and the agency of each
   */
  void bind(Map<String, String> terminals) {
    keys.load(CardKeys.MASTER, Suite.AES_CMAC);
    Map<String, CollectorCard> known = byKey(cards.list(), CollectorCard::cardNo);
    Map<String, Sim> knownSims = byKey(sims.list(), Sim::iccid);
    Map<String, Binding> bound = byKey(bindings.list(), Binding::terminalCode);
    terminals.forEach(
        (code, agency) -> {
          TestIdentity identity = TestIdentity.of(code);
          CollectorCard card = known.get(identity.card().cardNo());
          Sim sim = knownSims.get(identity.sim().iccid());
          if (card != null && DEAD.contains(card.state()) || sim != null && sim.revoked()) {
            return;
          }
          issue(identity, agency, card);
          if (sim == null) {
            add(identity.sim());
          }
          bind(code, identity, bound.get(code));
        });
  }

  private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.toMap(key, Function.identity(), (one, other) -> one));
  }

  private void issue(TestIdentity identity, String agency, CollectorCard known) {
    String cardNo = identity.card().cardNo();
    if (known == null) {
      cards.add(cardNo, FleetPlan.PERSON);
    }
    if (known == null || known.state() == CollectorCard.State.IN_STOCK) {
      Holder collector = new Holder(agency, identity.card().collectorCode());
      char[] pin = identity.pin().toCharArray();
      cards.issue(cardNo, collector, pin, FleetPlan.PERSON);
      Arrays.fill(pin, '0');
    }
  }

  private void add(SimCard sim) {
    sims.add(sim.iccid(), sim.imsi(), FleetPlan.PERSON);
  }

  private void bind(String code, TestIdentity identity, Binding known) {
    String cardNo = identity.card().cardNo();
    String iccid = identity.sim().iccid();
    if (known == null) {
      bindings.request(code, cardNo, iccid, FleetPlan.PERSON);
    }
    if (known == null || known.state() == Binding.State.REQUESTED) {
      bindings.approve(code, cardNo, iccid, FleetPlan.SECOND_PERSON);
    }
  }
}
