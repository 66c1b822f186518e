package org.gridtill.deployer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridtill.api.platform.deploy.DeployFolder;
import org.gridtill.api.platform.deploy.DeployOutcome;
import org.gridtill.api.platform.deploy.Deployment;
import org.gridtill.api.platform.gates.Gates;
import org.gridtill.api.platform.trust.VendorTrust;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Puts jars into {@code deploy/} for those who want to know what comes of it. It only moves the
 * file there; whoever watches the folder does the rest, as for any other file.
 */
final class Entrance implements DeployFolder {

  private final BundleContext context;
  private final Path folder;
  private final Function<Path, Slot> slots;
  private final Gates gates;
  private final VendorTrust trust;
  private final Expected expected;
  private final Fate fate;
  private final Duration patience;

  /**
   * Makes one.
   *
   * @param folder the folder that is watched
   * @param slots returns the place of a file
   * @param patience how long whoever watches the folder may take for a file
   */
  Entrance(
      BundleContext context,
      Path folder,
      Function<Path, Slot> slots,
      Gates gates,
      VendorTrust trust,
      Expected expected,
      Fate fate,
      Duration patience) {
    this.context = context;
    this.folder = folder;
    this.slots = slots;
    this.gates = gates;
    this.trust = trust;
    this.expected = expected;
    this.fate = fate;
    this.patience = patience;
  }

  @Override
  public synchronized Deployment examine(Path path) throws IOException {
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException("there is no file " + path + " that can be read");
    }
    if (Files.exists(folder) && path.toRealPath().startsWith(folder.toRealPath())) {
      throw new IllegalArgumentException(path + " is in deploy/ already");
    }
    AdapterJar jar = AdapterJar.read(path).orElseThrow(() -> noAdapter(path));
    requireNew(jar);
    String file = place(jar);
    try (InputStream in = Files.newInputStream(path);
        Trial trial = new Trial(context, in)) {
      trial
          .unresolved(trust, gates)
          .ifPresent(
              why -> {
                throw new IllegalArgumentException(jar + " does not resolve: " + why);
              });
    }
    return new Deployment(
        path, jar.digest(), jar.name(), jar.version().toString(), file, numbers(file));
  }

  private static IllegalArgumentException noAdapter(Path path) {
    return new IllegalArgumentException(
        path
            + " is no adapter's jar, which would be the whole jar of a bundle, no fragment, that"
            + " imports "
            + AdapterJar.API);
  }

  /** Two of the same version exclude each other, and an update in place has a gap. */
  private void requireNew(AdapterJar jar) {
    for (Bundle bundle : context.getBundles()) {
      if (jar.excludes(bundle)) {
        throw new IllegalArgumentException(
            "bundle "
                + bundle.getBundleId()
                + " is "
                + bundle.getSymbolicName()
                + ' '
                + bundle.getVersion()
                + (jar.singleton()
                    ? " already, and the jar is a singleton, which cannot start beside it"
                    : " already; give the jar another version"));
      }
    }
  }

  private String place(AdapterJar jar) {
    List<String> files =
        Arrays.stream(context.getBundles())
            .filter(bundle -> jar.name().equals(bundle.getSymbolicName()))
            .flatMap(bundle -> Slot.fileOf(bundle, folder).stream())
            .distinct()
            .sorted()
            .toList();
    if (files.size() > 1) {
      throw new IllegalStateException(
          jar.name()
              + " is in deploy/ more than once, as "
              + String.join(" and ", files)
              + "; take out what is not to stay");
    }
    if (files.size() == 1) {
      return files.get(0);
    }
    String file = jar.name() + ".jar";
    if (Files.exists(folder.resolve(file))) {
      throw new IllegalStateException("deploy/" + file + " is something else; take it out first");
    }
    return file;
  }

  private List<Long> numbers(String file) {
    return slot(file).bundles().stream().map(Bundle::getBundleId).sorted().toList();
  }

  private Slot slot(String file) {
    return slots.apply(folder.resolve(file));
  }

  @Override
  public synchronized Optional<String> distrust(InputStream jar) {
    try (Trial trial = new Trial(context, jar)) {
      return trial.distrust(trust);
    }
  }

  @Override
  public synchronized DeployOutcome put(Deployment deployment)
      throws IOException, InterruptedException {
    String before = versions(slot(deployment.file()).bundles());
    // File Install overlooks names that begin with a dot.
    Path draft = folder.resolve('.' + deployment.file());
    Optional<String> wrong;
    try {
      AdapterJar jar = draft(deployment, draft);
      requireUnchanged(deployment, jar);
      try (Expected.Answer answer = expected.expect(deployment.file(), deployment.digest())) {
        Files.move(draft, folder.resolve(deployment.file()), StandardCopyOption.ATOMIC_MOVE);
        wrong = answer.await(patience);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
    if (wrong.isPresent()) {
      return new DeployOutcome(false, wrong.get());
    }
    return told(deployment, before);
  }

  private static AdapterJar draft(Deployment deployment, Path draft) throws IOException {
    Files.copy(deployment.jar(), draft, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return AdapterJar.read(draft)
        .filter(jar -> jar.digest().equals(deployment.digest()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    deployment.jar() + " has changed since it was looked at; nothing was done"));
  }

  private void requireUnchanged(Deployment deployment, AdapterJar jar) {
    requireNew(jar);
    if (!place(jar).equals(deployment.file())
        || !numbers(deployment.file()).equals(deployment.goes())) {
      throw new IllegalStateException(
          "what is in deploy/ has changed since it was looked at; nothing was done");
    }
    Slot slot = slot(deployment.file());
    String others = String.join(", ", slot.dependents(slot.bundles()));
    if (!others.isEmpty()) {
      throw new IllegalStateException(
          "bundles that are no adapters would restart: " + others + "; nothing was done");
    }
  }

  private DeployOutcome told(Deployment deployment, String before)
      throws IOException, InterruptedException {
    Optional<Bundle> next = slot(deployment.file()).holder();
    if (next.isEmpty()) {
      return new DeployOutcome(false, deployment + " has been replaced by another one already");
    }
    DeployOutcome outcome = fate.of(next.get());
    return before.isEmpty()
        ? outcome
        : new DeployOutcome(outcome.good(), outcome.words() + ", in place of version " + before);
  }

  private static String versions(List<Bundle> bundles) {
    return bundles.stream()
        .map(bundle -> bundle.getVersion().toString())
        .collect(Collectors.joining(", "));
  }
}
