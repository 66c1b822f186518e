package org.gridtill.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.gridtill.api.adapter.GridTillAdapter;
import org.gridtill.api.platform.deploy.DeployFolder;
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
        bundles(
            bundle ->
                name.equals(bundle.getSymbolicName())
                    || name.equals(String.valueOf(bundle.getBundleId())));
    if (updated.isEmpty()) {
      throw new IllegalArgumentException("there is no bundle " + name);
    }
    return closure(updated);
  }

  /**
   * Returns the bundles that restart when a jar is put into {@code deploy/}: with the bundle that
   * came from a file of that name, which is updated, or with the host of a fragment.
   *
   * @throws IllegalArgumentException if it is no bundle, or one that the framework would not take
   */
  List<Bundle> restartedByJar(Path jar) throws IOException {
    NewBundle comes;
    try (InputStream in = Files.newInputStream(jar)) {
      comes = NewBundle.read(jar.toString(), in);
    }
    List<Bundle> restarted = bundles(bundle -> isFrom(jar.getFileName(), bundle.getLocation()));
    if (restarted.isEmpty()) {
      requireNew(comes);
    }
    List<Bundle> changed = new ArrayList<>(restarted);
    changed.addAll(bundles(bundle -> comes.host().equals(bundle.getSymbolicName())));
    return closure(changed);
  }

  /** Whether it is in {@code deploy/} under a name, put there by GridTill or by File Install. */
  private static boolean isFrom(Path file, String location) {
    return location != null
        && (location.startsWith(DeployFolder.LOCATION + file + '@')
            || location.endsWith("/deploy/" + file));
  }

  /** Returns the bundles that restart, or go, when those of these numbers go. */
  List<Bundle> restartedWithout(Collection<Long> numbers) {
    return closure(bundles(bundle -> numbers.contains(bundle.getBundleId())));
  }

  private void requireNew(NewBundle comes) {
    bundles(comes::is).stream()
        .findFirst()
        .ifPresent(
            same -> {
              throw new IllegalArgumentException(
                  "bundle "
                      + same.getBundleId()
                      + " is "
                      + comes.name()
                      + ' '
                      + comes.version()
                      + " already, and the framework takes no second one; give the jar a new"
                      + " version, or update that bundle");
            });
  }

  /** Returns the bundles that restart when these come and those go or are updated. */
  List<Bundle> restartedBy(Collection<NewBundle> comes, Collection<Bundle> goes) {
    Rewiring rewiring = new Rewiring(comes);
    List<Bundle> changed = new ArrayList<>(goes);
    changed.addAll(bundles(bundle -> !goes.contains(bundle) && rewiring.concerns(bundle)));
    return closure(changed);
  }

  private List<Bundle> bundles(Predicate<Bundle> wanted) {
    return Arrays.stream(context.getBundles()).filter(wanted).toList();
  }

  private List<Bundle> closure(Collection<Bundle> changed) {
    if (changed.isEmpty()) {
      return List.of();
    }
    return context.getBundle(0).adapt(FrameworkWiring.class).getDependencyClosure(changed).stream()
        .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
        .sorted(Comparator.comparingLong(Bundle::getBundleId))
        .toList();
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
