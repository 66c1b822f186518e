package org.gridtill.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Shows which bundles would restart with one that is updated, a jar, or a feature. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "adapter-upgrade-preview",
    description =
        "Shows which bundles would restart if a bundle were updated, a jar put into deploy/, or a"
            + " feature installed, and fails if others than adapters would")
public class AdapterUpgradePreviewCommand extends ShellCommand {

  @Option(
      name = "--feature",
      description = "A feature, as NAME or NAME/VERSION, in place of other versions of it")
  String featureId;

  @Argument(
      name = "bundle",
      description =
          "The bundle's symbolic name, such as org.gridtill.adapter.pos, or its number, or the path"
              + " of a jar on the platform's machine")
  String bundle;

  @Reference BundleContext context;

  @Reference(optional = true)
  FeaturesService features;

  @Override
  void run() throws Exception {
    if ((bundle == null) == (featureId == null)) {
      throw new IllegalArgumentException("name either a bundle, a jar, or a --feature");
    }
    if (featureId == null) {
      show(restarted());
    } else {
      showFeature();
    }
  }

  private List<Bundle> restarted() throws Exception {
    UpgradePreview preview = new UpgradePreview(context);
    if (!bundle.endsWith(".jar")) {
      return preview.restartedWith(bundle);
    }
    Path jar = Path.of(bundle);
    if (!Files.isReadable(jar)) {
      throw new IllegalArgumentException("there is no file " + bundle + " that can be read");
    }
    return preview.restartedByJar(jar);
  }

  private void show(List<Bundle> restarted) throws CommandException {
    Restarts restarts = new Restarts(restarted);
    restarts.print(out);
    if (restarts.others() > 0) {
      throw failure(
          "an update of "
              + bundle
              + " would restart "
              + restarts.others()
              + " bundles that are no adapters; do it while no terminal works");
    }
  }

  private void showFeature() throws Exception {
    FeaturePreview preview = new FeaturePreview(context, present(features, "Karaf's features"));
    FeaturePreview.Change change = preview.of(featureId);
    change.print(out);
    if (change.restarts().others() > 0) {
      throw failure(
          "an installation of "
              + featureId
              + " would restart "
              + change.restarts().others()
              + " bundles that are no adapters; do it while no terminal works");
    }
  }
}
