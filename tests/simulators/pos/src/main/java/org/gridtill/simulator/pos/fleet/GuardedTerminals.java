package org.gridtill.simulator.pos.fleet;

import java.util.Arrays;
import java.util.Locale;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.terminals.Bindings;
import org.gridtill.api.platform.terminals.CollectorCards;
import org.gridtill.api.platform.terminals.Sims;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.api.platform.vault.KeyCeremony.NewKey;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.simulator.pos.SimCard;
import org.gridtill.simulator.pos.TestKeys;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Registers payment cars that prove identity card, PIN and SIM. */
@Component(service = GuardedTerminals.class)
public final class GuardedTerminals {

  private static final String PERSON = "simulator";
  private static final String SECOND_PERSON = "simulator's second person";
  private static final String PIN = "2580";

  private final TerminalRegistry registry;
  private final KeyCeremony ceremony;
  private final CollectorCards cards;
  private final Sims sims;
  private final Bindings bindings;

  /** Made by Declarative Services. */
  @Activate
  public GuardedTerminals(
      @Reference TerminalRegistry registry,
      @Reference KeyCeremony ceremony,
      @Reference CollectorCards cards,
      @Reference Sims sims,
      @Reference Bindings bindings) {
    this.registry = registry;
    this.ceremony = ceremony;
    this.cards = cards;
    this.sims = sims;
    this.bindings = bindings;
  }

  /**
   * Registers what is missing. A terminal comes last, so that a start that was broken off is
   * completed by the next one.
   */
  void provision(String agencyCode, int count) {
    if (count > 0) {
      load(CardKeys.MASTER, Suite.AES_CMAC);
    }
    for (int i = 1; i <= count; i++) {
      String code = String.format(Locale.ROOT, "V%07d", i);
      String cardNo = String.format(Locale.ROOT, "88%08d", i);
      SimCard sim = SimCard.test(i);
      if (registry.find(code).isPresent()) {
        continue;
      }
      load(code, Suite.AES_CMAC);
      if (cards.find(cardNo).isEmpty()) {
        cards.add(cardNo, PERSON);
        char[] pin = PIN.toCharArray();
        cards.issue(cardNo, new Holder(agencyCode, FleetPlan.collectorCode(1)), pin, PERSON);
        Arrays.fill(pin, '0');
      }
      if (sims.list().stream().noneMatch(known -> known.iccid().equals(sim.iccid()))) {
        sims.add(sim.iccid(), sim.imsi(), PERSON);
      }
      registry.register(code, agencyCode, "pos", TerminalKind.PAYMENT_CAR, "");
      bindings.request(code, cardNo, sim.iccid(), PERSON);
      bindings.approve(code, cardNo, sim.iccid(), SECOND_PERSON);
    }
  }

  private void load(String code, Suite suite) {
    if (ceremony.find(code).filter(keys -> keys.master() != null).isEmpty()) {
      NewKey key = new NewKey(code, suite, false);
      ceremony.give(key, TestKeys.component(code, 1), PERSON);
      ceremony.give(key, TestKeys.component(code, 2), SECOND_PERSON);
    }
  }
}
