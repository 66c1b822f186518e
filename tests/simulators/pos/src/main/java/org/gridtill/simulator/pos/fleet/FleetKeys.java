package org.gridtill.simulator.pos.fleet;

import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.api.platform.vault.KeyCeremony.NewKey;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.simulator.pos.TestKeys;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Loads the test keys of a simulated fleet, as two persons would. */
@Component(service = FleetKeys.class)
public final class FleetKeys {

  private final KeyCeremony ceremony;

  /** Made by Declarative Services. */
  @Activate
  public FleetKeys(@Reference KeyCeremony ceremony) {
    this.ceremony = ceremony;
  }

  /** Loads the master key of that code unless there is one: a new one would end the sessions. */
  void load(String code, Suite suite) {
    if (ceremony.find(code).filter(keys -> keys.master() != null).isEmpty()) {
      NewKey key = new NewKey(code, suite, false);
      ceremony.give(key, TestKeys.component(code, 1), FleetPlan.PERSON);
      ceremony.give(key, TestKeys.component(code, 2), FleetPlan.SECOND_PERSON);
    }
  }
}
