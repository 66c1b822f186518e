package org.gridtill.benchmarks.adapters;

import java.io.IOException;

/** Measures one part. */
interface Measurement {

  /** Makes the jars and endpoints it needs, before the platform starts. */
  default void prepare(Site site) throws IOException {}

  /** Measures, on the running platform. */
  void run(Site site, Report report) throws Exception;
}
