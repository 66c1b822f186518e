package org.gridtill.api.tck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.felix.scr.info.ScrInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.ComponentContext;
import org.osgi.util.function.Function;
import org.osgi.util.promise.Promise;
import org.osgi.util.tracker.ServiceTracker;

/**
 * An OSGi framework with nothing but Declarative Services and the adapter. All that the adapter
 * imports comes from its {@link Surroundings}.
 */
final class SmallFramework implements AutoCloseable {

  /** Of the class path, too, so that the test can hand over settings. */
  private static final String CONFIGURATION = "org.osgi.service.cm;version=1.6.1";

  private final Path storage;
  private final Surroundings surroundings;
  private final Framework framework;
  private final AdapterBundle adapter;
  private final List<ServiceTracker<?, ?>> held = new ArrayList<>();
  private Bundle bundle;
  private int version;

  SmallFramework(AdapterBundle adapter) throws IOException, BundleException {
    this.adapter = adapter;
    storage = Files.createTempDirectory("gridtill-tck");
    surroundings = new Surroundings(adapter.folder());
    framework =
        ServiceLoader.load(FrameworkFactory.class, surroundings)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    storage.toString(),
                    Constants.FRAMEWORK_STORAGE_CLEAN,
                    Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                    "felix.log.level",
                    "1",
                    // It would stay in the JVM beyond the framework.
                    "felix.service.urlhandlers",
                    "false",
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    packages(adapter)));
    framework.start();
    List<Bundle> installed = new ArrayList<>();
    for (Class<?> type :
        List.of(
            Function.class,
            Promise.class,
            ComponentContext.class,
            ConfigurationAdmin.class,
            ScrInfo.class)) {
      installed.add(framework.getBundleContext().installBundle("file:" + jarOf(type)));
    }
    for (Bundle one : installed) {
      one.start();
    }
  }

  /** What the adapter imports, but not what the framework or the bundles above have. */
  private static String packages(AdapterBundle adapter) {
    StringBuilder packages = new StringBuilder();
    adapter
        .imports()
        .forEach(
            (name, lowest) -> {
              boolean given =
                  name.startsWith("java.")
                      || name.startsWith("org.osgi.framework")
                      || name.startsWith("org.osgi.service.cm")
                      || name.startsWith("org.osgi.service.component")
                      || name.startsWith("org.osgi.util.");
              if (!given && !isOfTheJdk(name)) {
                packages.append(name).append(";version=").append(lowest).append(',');
              }
            });
    return packages.append(CONFIGURATION).toString();
  }

  private static boolean isOfTheJdk(String name) {
    return ModuleLayer.boot().modules().stream()
        .anyMatch(
            module ->
                module.isNamed()
                    && (module.getName().startsWith("java.") || module.getName().startsWith("jdk."))
                    && module.isExported(name));
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives the adapter its settings; it begins with them when it is started. */
  void configure(String pid, Map<String, Object> settings) throws IOException {
    ServiceTracker<ConfigurationAdmin, ConfigurationAdmin> tracker =
        new ServiceTracker<>(framework.getBundleContext(), ConfigurationAdmin.class, null);
    tracker.open();
    try {
      Configuration configuration = tracker.getService().getConfiguration(pid, "?");
      Dictionary<String, Object> values = new Hashtable<>(settings);
      configuration.update(values);
    } finally {
      tracker.close();
    }
  }

  /** Installs the adapter, or replaces it by its next version, and starts it. */
  void deploy() throws BundleException {
    byte[] jar = adapter.jar("1.0." + version++);
    ByteArrayInputStream in = new ByteArrayInputStream(jar);
    if (bundle == null) {
      bundle = framework.getBundleContext().installBundle("tck:adapter", in);
      bundle.start();
    } else {
      stop();
      bundle.update(in);
      refresh();
      bundle.start();
    }
  }

  private void refresh() {
    FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
    CountDownLatch done = new CountDownLatch(1);
    wiring.refreshBundles(List.of(bundle), event -> done.countDown());
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void stop() throws BundleException {
    bundle.stop();
    held.forEach(ServiceTracker::close);
    held.clear();
  }

  /** Returns the class loader of the adapter that is deployed now. */
  ClassLoader loader() {
    return bundle.adapt(BundleWiring.class).getClassLoader();
  }

  /**
   * Waits for a service of a type, and returns it. It is held until the bundle stops: a component
   * that nobody holds ends at once.
   */
  <T> T service(Class<T> type) throws InterruptedException {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(framework.getBundleContext(), type, null);
    tracker.open();
    held.add(tracker);
    T service = tracker.waitForService(10_000);
    if (service == null) {
      throw new IllegalStateException(
          "the bundle has started, and there is no service " + type.getName());
    }
    return service;
  }

  /** Returns the properties of the services of a type. */
  List<Map<String, Object>> properties(Class<?> type) {
    try {
      ServiceReference<?>[] all =
          framework.getBundleContext().getAllServiceReferences(type.getName(), null);
      List<Map<String, Object>> found = new ArrayList<>();
      for (ServiceReference<?> one : all == null ? new ServiceReference<?>[0] : all) {
        Map<String, Object> properties = new TreeMap<>();
        for (String key : one.getPropertyKeys()) {
          properties.put(key, one.getProperty(key));
        }
        found.add(properties);
      }
      return found;
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException, BundleException, InterruptedException {
    framework.stop();
    framework.waitForStop(0);
    surroundings.close();
    try (Stream<Path> files = Files.walk(storage)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
