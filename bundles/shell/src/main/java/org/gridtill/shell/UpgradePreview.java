package org.gridtill.shell;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.gridtill.api.adapter.GridTillAdapter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;

/** Asks the framework what depends on what. */
final class UpgradePreview {

  private final BundleContext context;

  UpgradePreview(BundleContext context) {
    this.context = context;
  }

  /**
   * Returns the bundles that are wired to those of a name, directly or not, and these themselves:
   * an update refreshes them, and so they restart.
   *
   * @param name symbolic name or number
   * @return sorted by number
   * @throws IllegalArgumentException if there is no such bundle
   */
  List<Bundle> restartedWith(String name) {
    List<Bundle> updated =
        Arrays.stream(context.getBundles())
            .filter(
                bundle ->
                    name.equals(bundle.getSymbolicName())
                        || name.equals(String.valueOf(bundle.getBundleId())))
            .toList();
    if (updated.isEmpty()) {
      throw new IllegalArgumentException("there is no bundle " + name);
    }
    Collection<Bundle> closure =
        context.getBundle(0).adapt(FrameworkWiring.class).getDependencyClosure(updated);
    return closure.stream().sorted(Comparator.comparingLong(Bundle::getBundleId)).toList();
  }

  /** Tells whether a bundle offers an adapter, or promises to. */
  static boolean isAdapter(Bundle bundle) {
    ServiceReference<?>[] services = bundle.getRegisteredServices();
    boolean offers =
        services != null
            && Arrays.stream(services)
                .anyMatch(service -> service.getProperty(GridTillAdapter.ADAPTER) != null);
    return offers
        || AdapterKind.promisedBy(bundle.getHeaders().get(Constants.PROVIDE_CAPABILITY))
            .isPresent();
  }
}
