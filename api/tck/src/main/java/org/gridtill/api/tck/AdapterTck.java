package org.gridtill.api.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.gridtill.api.adapter.GridTillAdapter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every adapter's bundle must keep to, whatever it connects. Extended by the suite of each
 * kind.
 *
 * @param <S> the service that the adapter is
 */
public abstract class AdapterTck<S> {

  private static final int CALLERS = 4;
  private static final int SWAPS = 10;
  private static final int CALLS_BETWEEN = 20;

  /** Libraries and parts of the platform that are nobody's but the core's. */
  private static final List<String> NOT_FOR_ADAPTERS =
      List.of(
          "javax.persistence",
          "javax.transaction",
          "javax.sql",
          "java.sql",
          "org.apache.karaf",
          "org.apache.aries",
          "org.osgi.framework.hooks",
          "org.osgi.framework.launch");

  private static final List<String> FORBIDDEN_CALLS =
      List.of(
          "java.lang.System.exit",
          "java.lang.Runtime.exit",
          "java.lang.Runtime.halt",
          "java.lang.Runtime.exec",
          "java.lang.ProcessBuilder.start",
          "java.lang.Runtime.addShutdownHook",
          "java.net.ServerSocket",
          "java.nio.channels.ServerSocketChannel");

  /**
   * A timer of Declarative Services, begun when a component changes and ended five seconds after
   * the last change.
   */
  private static final String OF_COMPONENTS = "SCR Component Registry";

  private final Class<S> type;

  AdapterTck(Class<S> type) {
    this.type = type;
  }

  /** Returns the folder with the bundle: classes and the manifest that the build has made. */
  protected Path bundle() {
    return Path.of("target", "classes");
  }

  /** Returns the package of the adapter's own classes; that of the test if nothing else is said. */
  protected String packageName() {
    return getClass().getPackageName();
  }

  /** Returns the settings that the bundle needs to offer its service; empty if it needs none. */
  protected Map<String, Object> settings() {
    return Map.of();
  }

  /** Returns the PID of {@link #settings}. */
  protected String pid() {
    return packageName();
  }

  /**
   * Uses a service as the platform does, and checks what it says. Called by several threads at
   * once.
   */
  abstract void use(S service) throws Exception;

  /** Returns what this kind must not refer to, beside what no adapter may. */
  List<String> forbiddenReferences() {
    return List.of();
  }

  private AdapterBundle built() {
    return new AdapterBundle(bundle());
  }

  @Test
  @DisplayName("The bundle sees nothing of the platform but the adapter API")
  void seesOnlyTheAdapterApi() {
    AdapterBundle bundle = built();
    assertThat(bundle.imports().keySet())
        .as("imported packages")
        .noneMatch(
            name ->
                name.startsWith("org.gridtill.") && !name.startsWith("org.gridtill.api.adapter"))
        .noneMatch(name -> NOT_FOR_ADAPTERS.stream().anyMatch(name::startsWith))
        .anyMatch(name -> name.startsWith("org.gridtill.api.adapter"));
    for (String header :
        List.of("DynamicImport-Package", "Require-Bundle", "Fragment-Host", "Export-Package")) {
      assertThat(bundle.header(header)).as(header).isEmpty();
    }
  }

  @Test
  @DisplayName("The adapter's classes leave sockets to listen on, processes and the JVM alone")
  void callsNothingForbidden() {
    Set<String> references = References.of(bundle(), packageName());
    assertThat(references)
        .as("what the classes refer to")
        .noneMatch(
            name ->
                Stream.concat(FORBIDDEN_CALLS.stream(), forbiddenReferences().stream())
                    .anyMatch(name::startsWith));
  }

  @Test
  @DisplayName("The service says which adapter it is, and of whom")
  void saysWhoItIs() throws Exception {
    try (SmallFramework framework = deployed()) {
      framework.service(type);
      List<Map<String, Object>> services = framework.properties(type);
      assertThat(services).as("services of " + type.getName()).hasSize(1);
      assertThat(services.get(0).get(GridTillAdapter.ADAPTER))
          .as(GridTillAdapter.ADAPTER)
          .asString()
          .matches("[a-z][a-z0-9-]*");
      assertThat(services.get(0).get(GridTillAdapter.VENDOR))
          .as(GridTillAdapter.VENDOR)
          .asString()
          .isNotBlank();
    }
  }

  @Test
  @DisplayName("The bundle takes its threads and classes along when it is stopped")
  void leavesNothingBehind() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (SmallFramework framework = new SmallFramework(built())) {
      configure(framework);
      Set<Thread> ofFramework = Thread.getAllStackTraces().keySet();
      WeakReference<ClassLoader> loader = useAndReplace(framework);
      assertThat(isGone(loader))
          .as("the class loader of the version before is collected; something still refers to it")
          .isTrue();
      framework.stop();
      assertThat(left(before, ofFramework)).as("threads that run on after the stop").isEmpty();
    }
  }

  /** In a method of its own, so that no local variable holds on to the service. */
  private WeakReference<ClassLoader> useAndReplace(SmallFramework framework) throws Exception {
    framework.deploy();
    use(framework.service(type));
    WeakReference<ClassLoader> loader = new WeakReference<>(framework.loader());
    framework.deploy();
    use(framework.service(type));
    return loader;
  }

  private static boolean isGone(WeakReference<ClassLoader> loader) {
    // Each round also fills memory, which makes the collector look at what it has left for later.
    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
      byte[][] ballast = new byte[32][];
      for (int j = 0; j < ballast.length; j++) {
        ballast[j] = new byte[1 << 18];
      }
    }
    return loader.get() == null;
  }

  private static List<String> left(Set<Thread> before, Set<Thread> ofFramework)
      throws InterruptedException {
    List<String> left = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      boolean old = before.contains(thread) || ofFramework.contains(thread);
      if (!old && !isOfTheJdk(thread) && !thread.getName().equals(OF_COMPONENTS)) {
        // It may be on its way out.
        thread.join(5_000);
        if (thread.isAlive()) {
          left.add(thread.getName());
        }
      }
    }
    return left;
  }

  /** Threads that the JDK makes for itself, whoever is the first to need them. */
  private static boolean isOfTheJdk(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group == null
        || group.getName().equals("system")
        || group.getName().equals("InnocuousThreadGroup")
        || thread.getName().startsWith("ForkJoinPool.commonPool");
  }

  @Test
  @DisplayName("The bundle can be replaced while it is in use, again and again")
  void isReplacedUnderLoad() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (SmallFramework framework = deployed()) {
      Gate<S> gate = new Gate<>(framework.service(type));
      AtomicBoolean working = new AtomicBoolean(true);
      AtomicLong calls = new AtomicLong();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        all.add(
            callers.submit(
                () -> {
                  while (working.get()) {
                    gate.pass(this::use);
                    calls.incrementAndGet();
                  }
                  return null;
                }));
      }
      try {
        for (int i = 0; i < SWAPS; i++) {
          long until = calls.get() + CALLS_BETWEEN;
          while (calls.get() < until && all.stream().noneMatch(Future::isDone)) {
            Thread.onSpinWait();
          }
          gate.replace(
              () -> {
                framework.deploy();
                return framework.service(type);
              });
        }
      } finally {
        working.set(false);
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private SmallFramework deployed() throws Exception {
    SmallFramework framework = new SmallFramework(built());
    configure(framework);
    framework.deploy();
    return framework;
  }

  private void configure(SmallFramework framework) throws Exception {
    if (!settings().isEmpty()) {
      framework.configure(pid(), settings());
    }
  }

  /** What may fail in any way. */
  @FunctionalInterface
  private interface Use<S> {
    void of(S service) throws Exception;
  }

  /** What brings the next version. */
  @FunctionalInterface
  private interface Next<S> {
    S get() throws Exception;
  }

  /** Lets calls through, and holds them while the service is replaced, as the platform does. */
  private static final class Gate<S> {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final AtomicReference<S> service;

    Gate(S service) {
      this.service = new AtomicReference<>(service);
    }

    void pass(Use<S> use) throws Exception {
      lock.readLock().lock();
      try {
        use.of(service.get());
      } finally {
        lock.readLock().unlock();
      }
    }

    void replace(Next<S> next) throws Exception {
      lock.writeLock().lock();
      try {
        service.set(next.get());
      } finally {
        lock.writeLock().unlock();
      }
    }
  }
}
