package org.gridtill.deployer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.gridtill.api.platform.deploy.DeployFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The place of one file in {@code deploy/}: the bundles that came from it. Mostly that is one, and
 * two while a version replaces another. A bundle's location tells the file, and the digest of what
 * it was first, so that the next version gets another location.
 */
final class Slot {

  private final BundleContext context;
  private final LongFunction<Optional<Path>> files;
  private final Path file;

  /**
   * The place of that file.
   *
   * @param files returns the file from which a bundle is loaded
   */
  Slot(BundleContext context, LongFunction<Optional<Path>> files, Path file) {
    this.context = context;
    this.files = files;
    this.file = file;
  }

  private String prefix() {
    return DeployFolder.LOCATION + file.getFileName() + '@';
  }

  /** Returns the name of the file in the folder that a bundle came from, if it came from there. */
  static Optional<String> fileOf(Bundle bundle, Path folder) {
    String location = bundle.getLocation();
    String plain = folder.toUri().normalize().toString();
    if (location.startsWith(DeployFolder.LOCATION)) {
      return Optional.of(
          location.substring(DeployFolder.LOCATION.length(), location.lastIndexOf('@')));
    }
    return location.startsWith(plain)
        ? Optional.of(location.substring(plain.length()))
        : Optional.empty();
  }

  List<Bundle> bundles() {
    // What was there before this bundle was, has the file itself as its location.
    String plain = file.toUri().normalize().toString();
    return Arrays.stream(context.getBundles())
        .filter(
            bundle ->
                bundle.getLocation().startsWith(prefix()) || bundle.getLocation().equals(plain))
        .toList();
  }

  /** Returns the bundle that holds just what the file holds, if there is one. */
  Optional<Bundle> holder() throws IOException {
    for (Bundle bundle : bundles()) {
      Optional<Path> loaded = files.apply(bundle.getBundleId());
      if (loaded.isPresent() && Files.mismatch(loaded.get(), file) < 0) {
        return Optional.of(bundle);
      }
    }
    return Optional.empty();
  }

  /**
   * Installs what the file holds beside what is there.
   *
   * @throws BundleException if there is a bundle of that name and version in another place already,
   *     or the file is no bundle
   */
  Bundle install(AdapterJar jar) throws IOException, BundleException {
    try (InputStream in = Files.newInputStream(file)) {
      return context.installBundle(prefix() + jar.digest(), in);
    }
  }

  void update(Bundle bundle) throws IOException, BundleException {
    try (InputStream in = Files.newInputStream(file)) {
      bundle.update(in);
    }
    refresh(Set.of(bundle));
  }

  /**
   * Returns what would restart if these bundles went, though it is no adapter: it uses what they
   * export.
   *
   * @return symbolic names, sorted
   */
  List<String> dependents(Collection<Bundle> going) {
    return going.isEmpty()
        ? List.of()
        : wiring().getDependencyClosure(going).stream()
            .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
            .filter(bundle -> !going.contains(bundle) && !isAdapter(bundle))
            .map(Bundle::getSymbolicName)
            .sorted()
            .toList();
  }

  /** Tells whether a bundle offers an adapter, or promises to. */
  private static boolean isAdapter(Bundle bundle) {
    ServiceReference<?>[] services = bundle.getRegisteredServices();
    String promises = bundle.getHeaders("").get(Constants.PROVIDE_CAPABILITY);
    return promises != null && promises.contains(AdapterJar.API)
        || services != null
            && Arrays.stream(services)
                .flatMap(
                    service -> Arrays.stream((String[]) service.getProperty(Constants.OBJECTCLASS)))
                .anyMatch(type -> type.startsWith(AdapterJar.API));
  }

  /** Starts a bundle, and lets it start with the platform. */
  static void start(Bundle bundle) throws BundleException {
    bundle.start(Bundle.START_ACTIVATION_POLICY);
  }

  /** Takes bundles away, with their classes. */
  void remove(Collection<Bundle> bundles) throws BundleException {
    for (Bundle bundle : bundles) {
      bundle.uninstall();
    }
    refresh(bundles);
  }

  private void refresh(Collection<Bundle> bundles) {
    if (!bundles.isEmpty()) {
      wiring().refreshBundles(bundles);
    }
  }

  private FrameworkWiring wiring() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkWiring.class);
  }
}
