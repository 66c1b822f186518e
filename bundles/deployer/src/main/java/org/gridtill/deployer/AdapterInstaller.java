package org.gridtill.deployer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.gridtill.api.platform.deploy.DeployFolder;
import org.gridtill.api.platform.deploy.DeployOutcome;
import org.gridtill.api.platform.deploy.Deployment;
import org.gridtill.api.platform.gates.Gates;
import org.gridtill.api.platform.trust.VendorTrust;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes adapters' jars out of File Install's hands, which would stop the old version before it
 * knows anything of the new one. It is called on the one thread that watches {@code deploy/}.
 */
@Component(
    service = {ArtifactInstaller.class, DeployFolder.class},
    property = Constants.SERVICE_RANKING + ":Integer=100")
public final class AdapterInstaller implements ArtifactInstaller, DeployFolder {

  /** With what the way back takes, less than five seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** It looks twice before it takes a file for whole, tries it, and waits for what is under way. */
  private static final Duration LOOKS = Duration.ofSeconds(30);

  private final BundleContext context;
  private final VendorTrust trust;
  private final Refusals refusals;
  private final Waiting waiting;
  private final Succession succession;
  private final Expected expected = new Expected();
  private final Entrance entrance;

  /** Made by Declarative Services. */
  @Activate
  public AdapterInstaller(
      BundleContext context, @Reference Gates gates, @Reference VendorTrust trust)
      throws BundleException {
    this.context = context;
    this.trust = trust;
    refusals = new Refusals(context.getDataFile("refused").toPath());
    waiting = new Waiting(context);
    succession = new Succession(gates, new Fitness(gates, PATIENCE), refusals, waiting);
    entrance =
        new Entrance(
            context,
            Path.of(context.getProperty("karaf.base"), "deploy"),
            this::slot,
            gates,
            trust,
            expected,
            new Fate(gates, PATIENCE),
            LOOKS);
    Trial.clear(context);
  }

  @Override
  public boolean canHandle(File file) {
    return AdapterJar.read(file.toPath()).isPresent();
  }

  /** The file is new to File Install: it has just come, or the platform has just started. */
  @Override
  public void install(File file) throws IOException, BundleException, InterruptedException {
    AdapterJar jar = jar(file);
    Slot slot = slot(file.toPath());
    if (refusals.contains(jar) && !slot.bundles().isEmpty()) {
      succession.remind(jar, slot);
    } else {
      put(jar, slot);
    }
  }

  @Override
  public void update(File file) throws IOException, BundleException, InterruptedException {
    put(jar(file), slot(file.toPath()));
  }

  private void put(AdapterJar jar, Slot slot)
      throws IOException, BundleException, InterruptedException {
    try {
      expected.tell(jar, succession.put(jar, slot));
    } catch (IOException | BundleException e) {
      expected.tell(jar, Optional.of(jar + " cannot be put in place: " + e.getMessage()));
      throw e;
    }
  }

  @Override
  public Deployment examine(Path jar) throws IOException {
    return entrance.examine(jar);
  }

  @Override
  public Optional<String> distrust(InputStream jar) {
    return entrance.distrust(jar);
  }

  @Override
  public DeployOutcome put(Deployment deployment) throws IOException, InterruptedException {
    return entrance.put(deployment);
  }

  @Override
  public void uninstall(File file) throws IOException, BundleException {
    Slot slot = slot(file.toPath());
    slot.remove(slot.bundles());
    refusals.forget(file.toPath());
  }

  private Slot slot(Path file) {
    return new Slot(context, trust::file, file);
  }

  private static AdapterJar jar(File file) throws IOException {
    return AdapterJar.read(file.toPath())
        .orElseThrow(() -> new IOException(file + " is no adapter's jar any more"));
  }

  @Deactivate
  void stop() {
    waiting.close();
  }
}
