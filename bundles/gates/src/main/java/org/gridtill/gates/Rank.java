package org.gridtill.gates;

import java.util.Comparator;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/**
 * The place of an adapter among several: by service ranking, then the newer version, then the one
 * that has been there longer. So a newer version that is put beside the old one takes over when it
 * is fit, and the old one steps in when it goes.
 *
 * @param reference its ranking is looked up anew each time, since it may change
 * @param version its bundle's when it came
 */
record Rank(ServiceReference<?> reference, Version version) implements Comparable<Rank> {

  private static final Comparator<Rank> ORDER =
      Comparator.comparingInt(Rank::ranking)
          .thenComparing(Rank::version)
          .thenComparing(Rank::reference);

  private int ranking() {
    return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer given ? given : 0;
  }

  @Override
  public int compareTo(Rank other) {
    return ORDER.compare(this, other);
  }
}
