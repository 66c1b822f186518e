package org.gridtill.itests;

import java.io.IOException;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** Collects money through the distribution as it is shipped. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
  BillPayments.class,
  OtherSales.class,
  CardSales.class,
  CardRepairs.class,
  SecondPersons.class,
  AgentsMoney.class,
  Shifts.class,
  ShellRoles.class,
  HostilePeers.class
})
public class DerbyCollectionIT {

  @BeforeClass
  public static void start() throws IOException {
    Site.start("derby");
  }

  @AfterClass
  public static void stop() {
    Site.stop();
  }
}
