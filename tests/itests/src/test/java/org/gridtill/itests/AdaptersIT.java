package org.gridtill.itests;

import org.junit.ClassRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** Adapters that come, go and change, all in one distribution; trust first, while nobody has it. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
  AdapterTrustIT.class,
  AdapterShareIT.class,
  AdapterSwapIT.class,
  AdapterUpgradeIT.class,
  ArchetypeIT.class
})
public class AdaptersIT {

  @ClassRule public static final AdapterSite SITE = new AdapterSite();
}
