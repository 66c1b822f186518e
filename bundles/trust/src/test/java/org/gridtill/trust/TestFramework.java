package org.gridtill.trust;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/** As much of a framework as judging bundles needs: a cache on disk, and bundles with a state. */
final class TestFramework {

  private final Path cache;
  private final Map<Long, TestBundle> bundles = new TreeMap<>();
  private final List<String> refreshed = new ArrayList<>();
  private final BundleContext context =
      fake(
          BundleContext.class,
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "getBundles" ->
                    bundles.values().stream().map(one -> one.proxy).toArray(Bundle[]::new);
                case "getBundle" -> bundle((Long) arguments[0]);
                default -> throw new UnsupportedOperationException(method.toString());
              });

  TestFramework(Path cache) throws IOException {
    this.cache = cache;
    bundles.put(0L, new TestBundle(0, "system.bundle", null));
  }

  BundleContext context() {
    return context;
  }

  BundleFiles files() {
    return new BundleFiles(cache);
  }

  List<Bundle> named(String name) {
    return bundles.values().stream()
        .map(one -> one.proxy)
        .filter(bundle -> name.equals(bundle.getSymbolicName()))
        .toList();
  }

  /** Returns the symbolic names of those that were refreshed. */
  List<String> refreshed() {
    return refreshed;
  }

  /** Installs a bundle that is meant to run. */
  Bundle install(String name, TestJar jar) throws IOException {
    return install(name, jar, null);
  }

  /**
   * Installs a bundle.
   *
   * @param host whose fragment it is; null for nobody's
   */
  Bundle install(String name, TestJar jar, String host) throws IOException {
    long id = bundles.size();
    Path revision = Files.createDirectories(cache.resolve("bundle" + id).resolve("version0.0"));
    Files.copy(jar.path(), revision.resolve("bundle.jar"));
    TestBundle bundle = new TestBundle(id, name, host);
    bundles.put(id, bundle);
    return bundle.proxy;
  }

  void update(Bundle bundle, TestJar jar) throws IOException {
    Path revision =
        Files.createDirectories(
            cache.resolve("bundle" + bundle.getBundleId()).resolve("version0.1"));
    Files.copy(jar.path(), revision.resolve("bundle.jar"));
    bundles.get(bundle.getBundleId()).lastModified++;
  }

  void setState(Bundle bundle, int state) {
    bundles.get(bundle.getBundleId()).state = state;
  }

  void meantToRun(Bundle bundle, boolean meant) {
    bundles.get(bundle.getBundleId()).meantToRun = meant;
  }

  private Bundle bundle(long id) {
    TestBundle found = bundles.get(id);
    return found == null ? null : found.proxy;
  }

  static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private final class TestBundle implements InvocationHandler {

    private final long id;
    private final String name;
    private final Hashtable<String, String> headers = new Hashtable<>();
    private final Bundle proxy;
    private long lastModified = 1;
    private int state = Bundle.INSTALLED;
    private boolean meantToRun = true;

    TestBundle(long id, String name, String host) {
      this.id = id;
      this.name = name;
      if (host != null) {
        headers.put(Constants.FRAGMENT_HOST, host);
      }
      proxy = fake(Bundle.class, this);
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) {
      return switch (method.getName()) {
        case "getBundleId" -> id;
        case "getSymbolicName" -> name;
        case "getVersion" -> Version.parseVersion("1.2.0");
        case "getLastModified" -> lastModified;
        case "getHeaders" -> headers;
        case "getState" -> state;
        case "start" -> {
          state = Bundle.ACTIVE;
          yield null;
        }
        case "stop" -> {
          state = Bundle.RESOLVED;
          yield null;
        }
        case "adapt" -> adapt((Class<?>) arguments[0]);
        case "equals" -> self == arguments[0];
        case "hashCode" -> (int) id;
        case "toString" -> name;
        default -> throw new UnsupportedOperationException(method.toString());
      };
    }

    private Object adapt(Class<?> type) {
      if (type == BundleStartLevel.class) {
        return fake(
            BundleStartLevel.class,
            (self, method, arguments) ->
                method.getName().equals("isPersistentlyStarted") && meantToRun);
      }
      if (type == FrameworkWiring.class) {
        return fake(FrameworkWiring.class, (self, method, arguments) -> refresh(arguments[0]));
      }
      throw new UnsupportedOperationException(type.toString());
    }

    private Object refresh(Object which) {
      for (Object one : which instanceof Collection<?> all ? all : Collections.emptyList()) {
        Bundle bundle = (Bundle) one;
        refreshed.add(bundle.getSymbolicName());
        setState(bundle, Bundle.INSTALLED);
      }
      return null;
    }
  }
}
