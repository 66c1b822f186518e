package org.gridtill.itests;

import java.io.IOException;
import org.junit.BeforeClass;

/** Collects money through the distribution as it is shipped. */
public class DerbyCollectionIT extends CollectionIT {

  @BeforeClass
  public static void start() throws IOException {
    start("derby");
  }
}
