package org.gridtill.deployer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.Circuit;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.gridtill.api.platform.gates.Gates;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;

/**
 * A real framework, and gates that go by what bundles' manifests say: one with {@code Test-Gate} is
 * let in there once it runs, unless {@code Test-Unfit} says why not.
 */
final class SmallPlatform implements Gates, AutoCloseable {

  /** Longer than anything here takes. */
  static final Duration LONG = Duration.ofSeconds(30);

  final Framework framework;

  /** What happens to bundles, as {@code 1.0.0 started}. */
  final List<String> events = new CopyOnWriteArrayList<>();

  private final Path cache;
  private final Path folder;
  private final Map<Long, String> notes = new HashMap<>();
  private Waiting waiting;

  SmallPlatform(Path folder) throws BundleException {
    this.folder = folder;
    cache = folder.resolve("cache");
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    "org.osgi.framework.storage",
                    cache.toString(),
                    "org.osgi.framework.storage.clean",
                    "onFirstInit"));
    framework.start();
    framework
        .getBundleContext()
        .addBundleListener((SynchronousBundleListener) event -> note(event));
  }

  private void note(BundleEvent event) {
    String what =
        switch (event.getType()) {
          case BundleEvent.STARTED -> "started";
          case BundleEvent.STOPPED -> "stopped";
          case BundleEvent.UNINSTALLED -> "uninstalled";
          default -> "";
        };
    if (!what.isEmpty()) {
      events.add(event.getBundle().getVersion() + " " + what);
    }
  }

  /** What is called for the files, with this patience; as after a start of the platform. */
  Succession succession(Duration patience) {
    if (waiting != null) {
      waiting.close();
    }
    waiting = new Waiting(framework.getBundleContext());
    return new Succession(this, new Fitness(this, patience), refusals(), waiting);
  }

  Refusals refusals() {
    return new Refusals(folder.resolve("refused"));
  }

  Slot slot(Path file) {
    return new Slot(framework.getBundleContext(), this::file, file);
  }

  private Optional<Path> file(long bundleId) {
    Path bundle = cache.resolve("bundle" + bundleId);
    if (!Files.exists(bundle)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(bundle)) {
      return files
          .filter(file -> file.endsWith("bundle.jar"))
          .max(Comparator.comparing(Path::toString));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Bundle install(String location, Path jar) throws IOException, BundleException {
    try (InputStream in = Files.newInputStream(jar)) {
      return framework.getBundleContext().installBundle(location, in);
    }
  }

  List<Bundle> adapters() {
    return Arrays.stream(framework.getBundleContext().getBundles())
        .filter(bundle -> bundle.getBundleId() != 0)
        .toList();
  }

  /** Returns the versions of those that run. */
  List<String> running() {
    return adapters().stream()
        .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
        .map(bundle -> bundle.getVersion().toString())
        .toList();
  }

  String noteOf(Bundle bundle) {
    return notes.getOrDefault(bundle.getBundleId(), "");
  }

  @Override
  public List<GateStatus> status() {
    List<GateStatus> found = new ArrayList<>();
    for (Bundle bundle : adapters()) {
      String gate = bundle.getHeaders().get("Test-Gate");
      if (bundle.getState() == Bundle.ACTIVE && gate != null) {
        String unfit = bundle.getHeaders().get("Test-Unfit");
        State state = unfit == null ? State.SERVING : State.REFUSED;
        String trouble = unfit == null ? "" : unfit;
        found.add(new GateStatus(gate, info(bundle), state, 0, 0, 0, Circuit.CLOSED, trouble));
      }
    }
    return found;
  }

  private static AdapterInfo info(Bundle bundle) {
    return new AdapterInfo(
        "kiosk",
        "Acme",
        bundle.getSymbolicName(),
        bundle.getBundleId(),
        bundle.getVersion().toString(),
        Map.of());
  }

  @Override
  public String diagnosis(long bundleId) {
    return "diagnosed " + framework.getBundleContext().getBundle(bundleId).getVersion();
  }

  @Override
  public void note(long bundleId, String words) {
    notes.put(bundleId, words);
  }

  @Override
  public <S> Gate<S> open(GateOptions<S> options) {
    throw new UnsupportedOperationException("nobody calls an adapter here");
  }

  @Override
  public void close() throws Exception {
    if (waiting != null) {
      waiting.close();
    }
    framework.stop();
    framework.waitForStop(LONG.toMillis());
  }
}
