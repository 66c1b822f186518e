package org.gridtill.deployer;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Files in {@code deploy/} of which somebody wants to hear what came of them. Safe for use by
 * several threads.
 */
final class Expected {

  private record File(String name, String digest) {}

  private final Map<File, CompletableFuture<Optional<String>>> open = new ConcurrentHashMap<>();

  /** The wait for one file; it ends in any case. */
  final class Answer implements AutoCloseable {

    private final File file;
    private final CompletableFuture<Optional<String>> answer = new CompletableFuture<>();

    private Answer(File file) {
      this.file = file;
      open.put(file, answer);
    }

    /** Waits, and returns what is wrong; empty if nothing is. */
    Optional<String> await(Duration patience) throws InterruptedException {
      try {
        return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return Optional.of(
            "nothing has come of deploy/"
                + file.name()
                + " within "
                + patience.toSeconds()
                + " s; 'adapter-list' and the log tell what does");
      } catch (ExecutionException e) {
        throw new IllegalStateException("answers do not fail", e);
      }
    }

    @Override
    public void close() {
      open.remove(file, answer);
    }
  }

  Answer expect(String name, String digest) {
    return new Answer(new File(name, digest));
  }

  /**
   * Tells what came of a jar.
   *
   * @param wrong why it does not serve; empty if it was started
   */
  void tell(AdapterJar jar, Optional<String> wrong) {
    String name = String.valueOf(jar.path().getFileName());
    CompletableFuture<Optional<String>> answer = open.get(new File(name, jar.digest()));
    if (answer != null) {
      answer.complete(wrong);
    }
  }
}
