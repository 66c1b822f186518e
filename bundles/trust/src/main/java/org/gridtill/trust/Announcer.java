package org.gridtill.trust;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.osgi.framework.Bundle;

/**
 * Tells each verdict to the log, once for each that is different. It logs by {@code
 * java.util.logging}, which Karaf hands on, since importing another way would let a bundle resolve
 * before this one can judge it.
 */
final class Announcer {

  private static final Logger LOG = Logger.getLogger("org.gridtill.trust");

  private record Told(long lastModified, BundleVerdict verdict) {}

  private final Map<Long, Told> told = new ConcurrentHashMap<>();

  void tell(Bundle bundle, BundleVerdict verdict) {
    Told news = new Told(bundle.getLastModified(), verdict);
    if (news.equals(told.put(verdict.bundleId(), news))) {
      return;
    }
    String name = "Bundle " + verdict.bundle() + " " + verdict.version();
    switch (verdict.judgement()) {
      case PLATFORM -> LOG.log(Level.FINE, () -> name + " " + verdict.words());
      case LISTED, SIGNED -> LOG.info(() -> name + " may resolve: it " + verdict.words());
      case LET_THROUGH ->
          LOG.warning(
              () ->
                  name
                      + " is let through, since trust is switched off, though it is not trusted: "
                      + verdict.words());
      case REFUSED ->
          LOG.warning(() -> name + " is not trusted and does not resolve: " + verdict.words());
    }
  }

  void forget(Bundle bundle) {
    told.remove(bundle.getBundleId());
  }

  void warn(String text) {
    LOG.warning(text);
  }

  void say(String text) {
    LOG.info(text);
  }

  void fail(String text, Throwable cause) {
    LOG.log(Level.WARNING, text, cause);
  }
}
