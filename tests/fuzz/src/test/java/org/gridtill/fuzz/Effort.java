package org.gridtill.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * Holds a parser to what its input is worth: what it allocates stays in proportion to what it was
 * given, so that a small input is no bomb. Time is for the fuzzer to watch, since a test that
 * measures it fails on a busy machine.
 */
public final class Effort {

  /** Buffers, and what a parser makes once. */
  private static final long BASE_BYTES = 16L << 20;

  private static final long BYTES_PER_BYTE = 4_096;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Effort() {}

  /**
   * Runs a parser, and once more if it allocated too much, since the first time it may have loaded
   * its classes.
   *
   * @param input how many bytes or characters it reads
   * @throws AssertionError if it allocates more than that is worth
   */
  public static <T> T bounded(int input, Callable<T> parser) throws Exception {
    long before = allocated();
    try {
      return parser.call();
    } finally {
      long most = BASE_BYTES + BYTES_PER_BYTE * input;
      if (allocated() - before > most && again(parser) > most) {
        throw new AssertionError("more than " + most + " bytes allocated for " + input);
      }
    }
  }

  private static long again(Callable<?> parser) {
    long before = allocated();
    try {
      parser.call();
    } catch (Exception e) {
      // As the first time.
      return allocated() - before;
    }
    return allocated() - before;
  }

  private static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
