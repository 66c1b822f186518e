package org.gridtill.deployer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.felix.fileinstall.ArtifactInstaller;
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
@Component(service = ArtifactInstaller.class, property = Constants.SERVICE_RANKING + ":Integer=100")
public final class AdapterInstaller implements ArtifactInstaller {

  /** With what the way back takes, less than five seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final BundleContext context;
  private final VendorTrust trust;
  private final Refusals refusals;
  private final Waiting waiting;
  private final Succession succession;

  /** Made by Declarative Services. */
  @Activate
  public AdapterInstaller(
      BundleContext context, @Reference Gates gates, @Reference VendorTrust trust) {
    this.context = context;
    this.trust = trust;
    refusals = new Refusals(context.getDataFile("refused").toPath());
    waiting = new Waiting(context);
    succession = new Succession(gates, new Fitness(gates, PATIENCE), refusals, waiting);
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
      succession.put(jar, slot);
    }
  }

  @Override
  public void update(File file) throws IOException, BundleException, InterruptedException {
    succession.put(jar(file), slot(file.toPath()));
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
