package org.gridtill.api.platform.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The folder {@code deploy/}, for whoever wants to know beforehand whether a jar is good, and
 * afterwards what came of it. Safe for use by several threads, which wait for each other.
 */
@ProviderType
public interface DeployFolder {

  /** What the locations of bundles out of the folder begin with; the name of the file follows. */
  String LOCATION = "gridtill-deploy:";

  /**
   * Looks at an adapter's jar. It is installed for a moment and not started, so that what judges it
   * is what will judge it later: trust, and the framework's resolver.
   *
   * @throws IllegalArgumentException if it is no adapter's jar, is not trusted, does not resolve,
   *     or is there already, saying why
   * @throws IllegalStateException if it is not clear whose place it is to take, saying why
   * @throws IOException if it cannot be read
   */
  Deployment examine(Path jar) throws IOException;

  /**
   * Tells why a bundle is not trusted, whatever it is; installs it for a moment, too.
   *
   * @param jar the bundle; is not closed
   * @return the end of a sentence that begins with the bundle; empty if it may resolve
   * @throws IllegalArgumentException if the framework does not take it
   */
  Optional<String> distrust(InputStream jar);

  /**
   * Puts a jar into the folder and waits until it serves or was refused, half a minute at most.
   *
   * @throws IllegalStateException if it is not any more as it was when it was looked at, or bundles
   *     that are no adapters would restart with those that go, saying which; nothing is done then
   * @throws IOException if it cannot be put there; nothing is done then
   * @throws InterruptedException if it is no longer waited for; the jar is there all the same
   */
  DeployOutcome put(Deployment deployment) throws IOException, InterruptedException;
}
